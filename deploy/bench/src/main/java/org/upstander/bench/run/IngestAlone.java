package org.upstander.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.upstander.infrastructure.EmbeddedDatabase;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/** ingest-service with a database, and the sources that a measurement puts. */
final class IngestAlone {

    static final String SECRET = "a secret of the benchmark";

    private final int port = FreePorts.one();
    private final Api api;
    private final ServiceProcess service;

    /**
     * @param more of its environment
     */
    IngestAlone(Bench bench, Options options, Map<String, String> more) {
        bench.database(EmbeddedDatabase.start(bench.data().resolve("postgres"), FreePorts.one()));
        Map<String, String> environment = new HashMap<>();
        environment.put("UPSTANDER_INGEST_WRITER_LINGER", options.lingerMillis() + "ms");
        environment.put("UPSTANDER_SOURCE_KEY", "bench-source-key-0123456789");
        environment.putAll(more);
        service = bench.service(Service.INGEST, port, Bench.JVM, environment);
        api = new Api(bench.authorization());
    }

    int port() {
        return port;
    }

    long pid() {
        return service.pid();
    }

    void source(String id, String type, JsonNode settings, boolean secret) {
        ObjectNode body = Api.JSON.createObjectNode();
        body.put("type", type).put("displayName", id).put("platform", "forum");
        body.set("settings", settings);
        if (secret) {
            body.putArray("secrets").add(SECRET);
        }
        api.put(uri("/v1/sources/" + id), body);
    }

    void backfill(String id) {
        api.post(uri("/v1/sources/" + id + ":backfill"), Api.JSON.createObjectNode());
    }

    JsonNode progress(String id) {
        return api.get(uri("/v1/sources/" + id + "/backfill"));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
