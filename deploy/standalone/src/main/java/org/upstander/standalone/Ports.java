package org.upstander.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.infrastructure.FreePorts;

/**
 * Where everything listens, on 127.0.0.1 unless told otherwise.
 *
 * @param ingest HTTP of ingest-service
 * @param scoring HTTP of scoring-service
 * @param alert HTTP of alert-service
 * @param mailbox page that shows the mails
 * @param kafka Kafka clients
 * @param postgres PostgreSQL clients
 * @param smtp the mailbox's SMTP server
 */
public record Ports(
        int ingest, int scoring, int alert, int mailbox, int kafka, int postgres, int smtp) {

    /** Port of ingest-service where none is given. */
    public static final int DEFAULT_BASE = 8081;

    private static final int HIGHEST_OFFSET = 13;
    private static final int HIGHEST_PORT = 65535;

    /** A port and who wants it. */
    record Taken(String who, int port) {}

    /**
     * The layout that people see: services at base, +1 and +2, the mailbox at +3, Kafka at +11,
     * PostgreSQL at +12, SMTP at +13.
     *
     * @param base 1 to 65522
     */
    public static Ports from(int base) {
        if (base < 1 || base + HIGHEST_OFFSET > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port base " + base + " is not within 1 to " + (HIGHEST_PORT - HIGHEST_OFFSET));
        }
        return new Ports(
                base, base + 1, base + 2, base + 3, base + 11, base + 12, base + HIGHEST_OFFSET);
    }

    /** Seven different ports that were free a moment ago. */
    public static Ports free() {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < 7) {
            found.add(FreePorts.one());
        }
        Integer[] p = found.toArray(Integer[]::new);
        return new Ports(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
    }

    /** HTTP port of a service. */
    public int of(Service service) {
        return switch (service) {
            case INGEST -> ingest;
            case SCORING -> scoring;
            case ALERT -> alert;
        };
    }

    /** The first port on which somebody listens already. */
    Optional<Taken> firstTaken() {
        return byName().entrySet().stream()
                .filter(port -> isTaken(port.getValue()))
                .map(port -> new Taken(port.getKey(), port.getValue()))
                .findFirst();
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("ingest-service", ingest);
        names.put("scoring-service", scoring);
        names.put("alert-service", alert);
        names.put("the mailbox page", mailbox);
        names.put("Kafka", kafka);
        names.put("PostgreSQL", postgres);
        names.put("the mailbox's SMTP server", smtp);
        return names;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // As the servers do: a port whose last owner has just gone counts as free.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
