package org.upstander.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that may be chosen; each choice has a default but the directory. */
public final class StandaloneSystemBuilder {

    final Path directory;
    private final Map<Service, Map<String, String>> environment = new EnumMap<>(Service.class);
    Path root;
    Ports ports = Ports.free();
    Secrets secrets = Secrets.random();
    List<String> javaOptions = List.of("-Xmx256m", "-XX:+UseSerialGC");
    LogListener listener = LogListener.NONE;
    Duration readyWithin = Duration.ofSeconds(180);
    private boolean canary;

    StandaloneSystemBuilder(Path directory) {
        this.directory = directory.toAbsolutePath();
        for (Service service : Service.values()) {
            environment.put(service, new HashMap<>());
        }
    }

    /** The checkout with the packaged services. */
    public StandaloneSystemBuilder root(Path checkout) {
        root = checkout;
        return this;
    }

    public StandaloneSystemBuilder ports(Ports chosen) {
        ports = chosen;
        return this;
    }

    public StandaloneSystemBuilder secrets(Secrets chosen) {
        secrets = chosen;
        return this;
    }

    /** Options of the services' JVMs instead of {@code -Xmx256m -XX:+UseSerialGC}. */
    public StandaloneSystemBuilder javaOptions(List<String> options) {
        javaOptions = options;
        return this;
    }

    /** Sets a variable for one service, over what this class sets. */
    public StandaloneSystemBuilder environment(Service service, String name, String value) {
        environment.get(service).put(name, value);
        return this;
    }

    /** Sets a variable for all services, over what this class sets. */
    public StandaloneSystemBuilder environment(String name, String value) {
        environment.values().forEach(all -> all.put(name, value));
        return this;
    }

    /** Has alert-service post a canary through all three each minute; left out, it does not. */
    public StandaloneSystemBuilder canary() {
        canary = true;
        return this;
    }

    /** Hears every line of every service. */
    public StandaloneSystemBuilder listener(LogListener hears) {
        listener = hears;
        return this;
    }

    /** How long {@link StandaloneSystem#start()} waits for each service; 180 s. */
    public StandaloneSystemBuilder readyWithin(Duration limit) {
        readyWithin = limit;
        return this;
    }

    public StandaloneSystem build() {
        if (root == null) {
            root = Checkout.root();
        }
        return new StandaloneSystem(this);
    }

    Map<String, String> environmentOf(Service service) {
        Map<String, String> all = new HashMap<>(secrets.environment());
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        all.put("UPSTANDER_DB_HOST", "127.0.0.1");
        all.put("UPSTANDER_DB_PORT", Integer.toString(ports.postgres()));
        all.put("UPSTANDER_DB_NAME", "postgres");
        all.put("UPSTANDER_DB_USER", "postgres");
        all.put("UPSTANDER_DB_PASSWORD", "postgres");
        all.put("UPSTANDER_SMTP_HOST", "127.0.0.1");
        all.put("UPSTANDER_SMTP_PORT", Integer.toString(ports.smtp()));
        // The mailbox on the loopback address speaks plain SMTP.
        all.put("UPSTANDER_SMTP_STARTTLS", "DISABLED");
        all.put("UPSTANDER_PUBLIC_URL", "http://127.0.0.1:" + ports.alert());
        all.put("UPSTANDER_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        all.put("UPSTANDER_ALLOW_PRIVATE_TARGETS", "127.0.0.0/8,::1");
        if (canary && service == Service.ALERT) {
            all.put("UPSTANDER_CANARY_INGEST_URL", "http://127.0.0.1:" + ports.ingest());
            all.put("UPSTANDER_CANARY_TOKEN", secrets.adminToken());
        }
        all.putAll(environment.get(service));
        return all;
    }
}
