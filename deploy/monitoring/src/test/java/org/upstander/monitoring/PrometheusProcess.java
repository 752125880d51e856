package org.upstander.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.upstander.infrastructure.FreePorts;

/** A Prometheus of its own on the loopback address. */
final class PrometheusProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private PrometheusProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * @param folder with prometheus.yml, for its data and its log too
     */
    static PrometheusProcess start(Path folder) throws IOException {
        int port = FreePorts.one();
        Process process =
                new ProcessBuilder(
                                Tools.find("prometheus").toString(),
                                "--config.file=prometheus.yml",
                                "--storage.tsdb.path=data",
                                "--web.listen-address=127.0.0.1:" + port)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("prometheus.log").toFile())
                        .start();
        return new PrometheusProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    List<JsonNode> targets() throws Exception {
        return MonitoringFiles.items(get("/api/v1/targets").at("/data/activeTargets"));
    }

    List<JsonNode> groups() throws Exception {
        return MonitoringFiles.items(get("/api/v1/rules").at("/data/groups"));
    }

    JsonNode ask(String expression) throws Exception {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        return MonitoringFiles.json(http.send(request, BodyHandlers.ofString()).body());
    }
}
