package org.upstander.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What whoever starts the launcher has chosen.
 *
 * @param home where data, secrets and logs are kept
 * @param portBase see {@link Ports#from(int)}
 * @param httpHost where the services' HTTP listens
 * @param demo whether the demo community is set up and played
 * @param canary whether a post of our own goes through all services each minute
 * @param ownMailServer whether mails go to a server that the environment names, not to the mailbox
 * @param stopWithParent whether to stop when the parent process ends
 * @param passedOn variables of the environment that stand over the launcher's own
 */
record Settings(
        Path home,
        int portBase,
        String httpHost,
        boolean demo,
        boolean canary,
        boolean ownMailServer,
        boolean stopWithParent,
        Map<String, String> passedOn) {

    static final String HOME = "upstander.home";
    static final String PORT_BASE = "upstander.port.base";
    static final String STOP_WITH_PARENT = "upstander.stop-with-parent";

    private static final int SHORTEST_TOKEN = 16;
    private static final String SMTP = "UPSTANDER_SMTP_";
    private static final List<String> PASSED_ON =
            List.of(
                    "UPSTANDER_ADMIN_TOKEN",
                    "UPSTANDER_IDENTIFIER_KEY",
                    "UPSTANDER_LINK_KEY",
                    "UPSTANDER_WEBHOOK_SECRET",
                    "UPSTANDER_SOURCE_KEY",
                    "UPSTANDER_EVIDENCE_KEY",
                    "UPSTANDER_WEBHOOK_ALLOWED_NETWORKS",
                    "UPSTANDER_ALLOW_PRIVATE_TARGETS",
                    "UPSTANDER_PUBLIC_URL",
                    "UPSTANDER_DIRECTORY_LAST_RESORT_CONTACT",
                    "UPSTANDER_CANARY_INGEST_URL",
                    "UPSTANDER_CANARY_TOKEN");

    /**
     * @throws StartFailure for a value that can't be used, saying which and what would do
     */
    static Settings of(Properties properties, Map<String, String> environment) {
        Map<String, String> passedOn = new TreeMap<>();
        for (String name : PASSED_ON) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                passedOn.put(name, value);
            }
        }
        checkToken(passedOn.get("UPSTANDER_ADMIN_TOKEN"));
        boolean ownMailServer = !environment.getOrDefault(SMTP + "HOST", "").isBlank();
        if (ownMailServer) {
            // What the services take where nothing is said, since the launcher's own say differs.
            passedOn.put(SMTP + "PORT", "25");
            passedOn.put(SMTP + "STARTTLS", "REQUIRED");
        }
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith(SMTP)) {
                        mailSetting(name, value, ownMailServer, passedOn);
                    }
                });
        return new Settings(
                home(properties),
                portBase(properties.getProperty(PORT_BASE, "")),
                httpHost(environment.getOrDefault("UPSTANDER_HTTP_HOST", "")),
                truth("UPSTANDER_DEMO", environment.getOrDefault("UPSTANDER_DEMO", "true")),
                truth("UPSTANDER_CANARY", environment.getOrDefault("UPSTANDER_CANARY", "true")),
                ownMailServer,
                Boolean.parseBoolean(properties.getProperty(STOP_WITH_PARENT)),
                Map.copyOf(passedOn));
    }

    /**
     * Without a server of one's own, a leftover setting must not come between us and the mailbox.
     */
    private static void mailSetting(
            String name, String value, boolean ownMailServer, Map<String, String> passedOn) {
        if (ownMailServer) {
            passedOn.put(name, value);
        } else if (name.equals(SMTP + "USER") || name.equals(SMTP + "PASSWORD")) {
            passedOn.put(name, "");
        }
    }

    private static Path home(Properties properties) {
        String told = properties.getProperty(HOME, "").strip();
        Path home =
                told.isEmpty()
                        ? Path.of(properties.getProperty("user.home"), ".upstander")
                        : Path.of(told);
        return home.toAbsolutePath().normalize();
    }

    private static int portBase(String told) {
        if (told.isBlank()) {
            return Ports.DEFAULT_BASE;
        }
        try {
            int base = Integer.parseInt(told.strip());
            Ports.from(base);
            return base;
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    "-D%s=%s can't be used: give a number from 1 to 65522, such as -D%s=9081"
                            .formatted(PORT_BASE, told, PORT_BASE),
                    e);
        }
    }

    private static String httpHost(String told) {
        return switch (told.strip()) {
            case "", "localhost", "127.0.0.1" -> "127.0.0.1";
            case "0.0.0.0", "::" -> told.strip();
            default ->
                    throw new StartFailure(
                            "UPSTANDER_HTTP_HOST="
                                    + told
                                    + ": use 127.0.0.1 (this machine only) or 0.0.0.0 (all"
                                    + " interfaces)");
        };
    }

    private static boolean truth(String name, String told) {
        return switch (told.strip().toLowerCase(Locale.ROOT)) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new StartFailure(name + "=" + told + ": use true or false");
        };
    }

    private static void checkToken(String token) {
        if (token == null) {
            return;
        }
        if (token.length() < SHORTEST_TOKEN
                || token.startsWith("demo-")
                || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new StartFailure(
                    "UPSTANDER_ADMIN_TOKEN can't be used: it needs at least "
                            + SHORTEST_TOKEN
                            + " printable ASCII characters without spaces and must not begin with"
                            + " demo-. Leave it out to have one made.");
        }
    }
}
