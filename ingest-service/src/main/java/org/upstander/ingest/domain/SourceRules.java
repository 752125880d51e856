package org.upstander.ingest.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Decides which sources can be watched as they are wanted. */
public final class SourceRules {

    static final int DISPLAY_NAME = 200;
    static final Duration QUICKEST = Duration.ofSeconds(10);
    static final Duration SLOWEST = Duration.ofDays(1);
    static final Duration SHORTEST_RHYTHM = Duration.ofMinutes(1);
    static final Duration LONGEST_RHYTHM = Duration.ofDays(30);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    /** Types whose posts stand where a mapping says. */
    private static final Set<String> OF_MAPPING = Set.of("json", "cloudevents", "file");

    /** Types that say in a header how they are proven. */
    private static final Set<String> OF_HEADERS = Set.of("json", "cloudevents");

    private static final String FILE = "file";
    private static final int PATH = 512;
    private static final int MOST_POSTS = 1_000_000;

    private static final String JSON = "json";

    private final Map<String, Needs> types;

    /**
     * @param types that can be watched, and what their sources must be told
     */
    public SourceRules(Map<String, Needs> types) {
        this.types = Map.copyOf(types);
    }

    /**
     * @param known the source as it is, which keeps its secrets where the draft has none
     */
    public Admission<Source> admit(SourceDraft draft, Optional<Source> known) {
        Checks checks = new Checks(null);
        id(draft.id(), checks);
        String type = checks.required("/type", draft.type(), Limits.SOURCE, "say how it speaks.");
        checks.oneOf("/type", type, List.copyOf(new TreeSet<>(types.keySet())));
        Needs needs = type == null ? Needs.OF_CALLERS : types.getOrDefault(type, Needs.OF_CALLERS);
        String name =
                checks.required(
                        "/displayName", draft.displayName(), DISPLAY_NAME, "name it for people.");
        String platform =
                checks.required(
                        "/platform",
                        draft.platform(),
                        Limits.SOURCE,
                        "name the platform of its posts, as handles of staff name it.");
        String url = url(draft.url(), needs, checks);
        Duration poll = poll(draft.pollSeconds(), checks);
        Duration rhythm = rhythm(draft.expectedRhythm(), checks);
        SourceSettings settings = settings(draft, checks);
        MailboxRules.check(settings, needs.mailbox(), checks);
        List<String> secrets = SecretRules.check(draft.secrets(), needs.secret(), known, checks);
        CallbackRules.check(settings, secrets, needs.callback(), checks);
        if (!checks.found().isEmpty()) {
            return new Admission.Rejected<>(null, checks.found());
        }
        return new Admission.Accepted<>(
                new Source(
                        draft.id(),
                        type,
                        name,
                        platform,
                        url,
                        secrets,
                        poll,
                        rhythm,
                        settings,
                        known.map(Source::paused).orElse(false)));
    }

    private static void id(String id, Checks checks) {
        if (!ID.matcher(id).matches()) {
            refuse(
                    checks,
                    "/id",
                    "must be 1 to 64 letters, digits, dots, dashes or underscores, and begin with"
                            + " a letter or digit.");
        }
    }

    private static String url(String given, Needs needs, Checks checks) {
        String url =
                needs.address()
                        ? checks.required("/url", given, Limits.URL, "name the address to ask.")
                        : checks.optional("/url", given, Limits.URL);
        if (url != null && !isAddress(url, needs.schemes())) {
            refuse(checks, "/url", "must be an address such as " + needs.example() + ".");
        }
        return url;
    }

    private static boolean isAddress(String url, Set<String> schemes) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null
                    && schemes.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Duration poll(Integer seconds, Checks checks) {
        if (seconds == null) {
            return null;
        }
        Duration poll = Duration.ofSeconds(seconds);
        if (poll.compareTo(QUICKEST) < 0 || poll.compareTo(SLOWEST) > 0) {
            refuse(
                    checks,
                    "/pollSeconds",
                    "must be %d to %d.".formatted(QUICKEST.toSeconds(), SLOWEST.toSeconds()));
        }
        return poll;
    }

    private static Duration rhythm(String given, Checks checks) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            Duration rhythm = Duration.parse(given);
            if (rhythm.compareTo(SHORTEST_RHYTHM) >= 0 && rhythm.compareTo(LONGEST_RHYTHM) <= 0) {
                return rhythm;
            }
        } catch (DateTimeException e) {
            // said below
        }
        refuse(checks, "/expectedRhythm", "must be a duration of one minute to 30 days: PT6H.");
        return null;
    }

    private static SourceSettings settings(SourceDraft draft, Checks checks) {
        SourceSettings settings = draft.settings() == null ? SourceSettings.NONE : draft.settings();
        boolean mapped = draft.type() != null && OF_MAPPING.contains(draft.type());
        if (JSON.equals(draft.type()) || mapped && !settings.mapping().isEmpty()) {
            MappingRules.check(settings.mapping(), checks);
        } else if (!settings.mapping().isEmpty()) {
            refuse(
                    checks,
                    MappingRules.POINTER,
                    "goes with the types json, cloudevents and file; leave it out.");
        }
        boolean headed = draft.type() != null && OF_HEADERS.contains(draft.type());
        header("/settings/signatureHeader", settings.signatureHeader(), headed, checks);
        header("/settings/tokenHeader", settings.tokenHeader(), headed, checks);
        path(settings.path(), FILE.equals(draft.type()), checks);
        quota(settings.postsPerMinute(), checks);
        if (settings.signatureHeader() != null && settings.tokenHeader() != null) {
            refuse(checks, "/settings/tokenHeader", "goes without signatureHeader.");
        }
        return settings;
    }

    private static void path(String path, boolean needed, Checks checks) {
        if (!needed && path != null) {
            refuse(checks, "/settings/path", "goes with the type file only; leave it out.");
        } else if (needed) {
            checks.required(
                    "/settings/path",
                    path,
                    PATH,
                    "name a file or a directory within UPSTANDER_SOURCE_FILES.");
        }
    }

    private static void quota(Integer postsPerMinute, Checks checks) {
        if (postsPerMinute != null && (postsPerMinute < 1 || postsPerMinute > MOST_POSTS)) {
            refuse(
                    checks,
                    "/settings/postsPerMinute",
                    "must be 1 to %d, or left out.".formatted(MOST_POSTS));
        }
    }

    private static void header(String pointer, String name, boolean mapped, Checks checks) {
        if (name != null && (!mapped || !HEADER.matcher(name).matches())) {
            refuse(
                    checks,
                    pointer,
                    "must be the name of a header, for the types json and cloudevents.");
        }
    }

    static void refuse(Checks checks, String pointer, String fix) {
        checks.add(Violation.of(pointer, RejectReason.NOT_ALLOWED, pointer + " " + fix));
    }
}
