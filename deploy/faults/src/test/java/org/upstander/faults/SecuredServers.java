package org.upstander.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.infrastructure.BrokerSecurity;
import org.upstander.infrastructure.EmbeddedDatabase;
import org.upstander.infrastructure.EmbeddedKafka;
import org.upstander.standalone.Ports;

/** Kafka and PostgreSQL that take nobody who does not come by TLS and with a password. */
final class SecuredServers implements AutoCloseable {

    static final String USER = "upstander";
    static final String PASSWORD = "right-horse-battery";

    private final ServerCertificate certificate;
    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;

    private SecuredServers(
            ServerCertificate certificate, EmbeddedKafka kafka, EmbeddedDatabase database) {
        this.certificate = certificate;
        this.kafka = kafka;
        this.database = database;
    }

    static SecuredServers start(Path directory, ServerCertificate certificate, Ports ports)
            throws Exception {
        EmbeddedKafka kafka =
                EmbeddedKafka.start(
                        directory.resolve("kafka"), ports.kafka(), brokerSecurity(certificate));
        try {
            return new SecuredServers(
                    certificate, kafka, database(directory, certificate, ports.postgres()));
        } catch (Exception e) {
            kafka.close();
            throw e;
        }
    }

    /** What an operator sets for a service, and nothing else. */
    static Map<String, String> environment(ServerCertificate certificate, String password) {
        Map<String, String> all = new HashMap<>(kafkaEnvironment(certificate, password));
        all.putAll(databaseEnvironment(certificate, password));
        return all;
    }

    static Map<String, String> kafkaEnvironment(ServerCertificate certificate, String password) {
        return Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                "KAFKA_SASL_JAAS_CONFIG", jaas(password),
                "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                "KAFKA_SSL_TRUSTSTORE_LOCATION", certificate.certificate().toString());
    }

    static Map<String, String> databaseEnvironment(ServerCertificate certificate, String password) {
        String pem = certificate.certificate().toString();
        return Map.of(
                "UPSTANDER_DB_NAME", USER,
                "UPSTANDER_DB_USER", USER,
                "UPSTANDER_DB_PASSWORD", password,
                "UPSTANDER_DB_SSL_MODE", "verify-full",
                "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS",
                "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM", "true",
                "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", pem,
                "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SSLROOTCERT", pem);
    }

    /** How many connections of the service's user there are, and how many of them by TLS. */
    long[] connections() throws SQLException {
        try (Connection connection = superuser("verify-full");
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*), count(*) filter (where s.ssl) from"
                                        + " pg_stat_activity a join pg_stat_ssl s using (pid)"
                                        + " where a.usename = '"
                                        + USER
                                        + "'")) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    /** A connection with that {@code sslmode}. */
    Connection superuser(String sslMode) throws SQLException {
        return connect(database, certificate, sslMode);
    }

    @Override
    public void close() {
        try (database) {
            kafka.close();
        }
    }

    private static BrokerSecurity brokerSecurity(ServerCertificate certificate) {
        return new BrokerSecurity(
                "SASL_SSL",
                Map.of(
                        "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                        "sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512",
                        "listener.name.clients.scram-sha-512.sasl.jaas.config", jaas(PASSWORD),
                        "ssl.keystore.type", "PKCS12",
                        "ssl.keystore.location", certificate.keyStore().toString(),
                        "ssl.keystore.password", certificate.password(),
                        "ssl.key.password", certificate.password(),
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", certificate.certificate().toString()),
                List.of("SCRAM-SHA-512=[name=%s,password=%s]".formatted(USER, PASSWORD)),
                Map.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", jaas(PASSWORD),
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", certificate.certificate().toString()));
    }

    private static String jaas(String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(USER, password);
    }

    private static EmbeddedDatabase database(
            Path directory, ServerCertificate certificate, int port) throws Exception {
        Path rules = directory.resolve("pg_hba.conf");
        // Only the harness' superuser comes without a password; nobody comes without TLS.
        Files.writeString(
                rules,
                """
                hostssl all postgres 127.0.0.1/32 trust
                hostssl all all      127.0.0.1/32 scram-sha-256
                """);
        EmbeddedDatabase database =
                EmbeddedDatabase.start(
                        directory.resolve("postgres"),
                        port,
                        Map.of(
                                "ssl", "on",
                                "ssl_cert_file", certificate.certificate().toString(),
                                "ssl_key_file", certificate.key().toString(),
                                "hba_file", rules.toString()));
        try (Connection connection = connect(database, certificate, "verify-full");
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + USER + " login password '" + PASSWORD + "'");
            statement.execute("create database " + USER + " owner " + USER);
        }
        return database;
    }

    private static Connection connect(
            EmbeddedDatabase database, ServerCertificate certificate, String sslMode)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&sslmode=%s&sslrootcert=%s"
                        .formatted(database.port(), sslMode, certificate.certificate()));
    }
}
