package org.upstander.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A single KRaft broker in this JVM, listening on the loopback address only. */
public final class EmbeddedKafka implements KafkaBroker {

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private final BrokerSecurity security;
    private KafkaRaftServer server;

    private EmbeddedKafka(Path directory, int port, BrokerSecurity security) {
        this.directory = directory;
        this.port = port;
        this.security = security;
        this.controllerPort = FreePorts.one();
    }

    /**
     * Starts a broker and makes the declared topics.
     *
     * @param directory its data; used as it is when it holds data already
     * @param port where clients connect
     */
    public static EmbeddedKafka start(Path directory, int port) {
        return start(directory, port, BrokerSecurity.NONE);
    }

    /** The same for clients that come in a certain way. */
    public static EmbeddedKafka start(Path directory, int port, BrokerSecurity security) {
        EmbeddedKafka kafka = new EmbeddedKafka(directory, port, security);
        kafka.format();
        kafka.start();
        Map<String, Object> client = new HashMap<>(security.client());
        client.put("bootstrap.servers", kafka.bootstrapServers());
        DeclaredTopics.load().createMissing(client);
        return kafka;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        KafkaRaftServer starting =
                new KafkaRaftServer(KafkaConfig.fromProps(settings()), Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Formatter formatter =
                    new Formatter()
                            .setClusterId(Uuid.randomUuid().toString())
                            .setNodeId(1)
                            .setControllerListenerName("CONTROLLER")
                            .setMetadataLogDirectory(directory.toString());
            formatter.addDirectory(directory.toString());
            formatter.setScramArguments(security.scramUsers());
            formatter.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka could not format " + directory, e);
        }
    }

    private Properties settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put(
                "listeners",
                "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.put(
                "listener.security.protocol.map",
                "CLIENTS:" + security.protocol() + ",CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        // One broker: what is replicated elsewhere has one copy here.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // Small and quick: this is one machine, often a laptop.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        // A misspelt topic must fail, not come into being with the wrong partitions.
        settings.put("auto.create.topics.enable", "false");
        settings.putAll(security.settings());
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
