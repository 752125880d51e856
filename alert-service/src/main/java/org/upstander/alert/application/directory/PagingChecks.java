package org.upstander.alert.application.directory;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.upstander.alert.domain.PagingRules;

/** What the rules of a policy about paging again must look like. */
final class PagingChecks {

    private static final long MAX_WAIT = 600;
    private static final long MIN_PAUSE = 60;
    private static final long MAX_SECONDS = Duration.ofDays(7).toSeconds();
    private static final int MAX_PEOPLE = 5;
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);

    private PagingChecks() {}

    static PagingRules check(PolicyDraft.Paging draft, Checks checks) {
        long wait =
                PolicyRules.within(
                        "/groupWaitSeconds", draft.groupWaitSeconds(), 0, 0, MAX_WAIT, checks);
        int people =
                (int)
                        PolicyRules.within(
                                "/acknowledgements",
                                draft.acknowledgements(),
                                1,
                                1,
                                MAX_PEOPLE,
                                checks);
        return new PagingRules(
                Duration.ofSeconds(wait),
                pause("/groupIntervalSeconds", draft.groupIntervalSeconds(), checks),
                pause("/repeatSeconds", draft.repeatSeconds(), checks),
                people,
                draft.acknowledgeExpires() == null
                        ? PagingRules.DEFAULT.acknowledgeExpires()
                        : expires(draft.acknowledgeExpires(), checks));
    }

    private static Duration pause(String pointer, Long seconds, Checks checks) {
        return seconds == null
                ? null
                : Duration.ofSeconds(
                        PolicyRules.within(
                                pointer, seconds, MIN_PAUSE, MIN_PAUSE, MAX_SECONDS, checks));
    }

    private static Map<Integer, Duration> expires(Map<String, String> given, Checks checks) {
        Map<Integer, Duration> expires = new TreeMap<>();
        given.forEach(
                (severity, text) -> {
                    if (!severity.matches("[1-4]")) {
                        checks.add("/acknowledgeExpires", "has severities from 1 to 4 as names");
                    } else {
                        expires.put(Integer.valueOf(severity), expiry(severity, text, checks));
                    }
                });
        return expires;
    }

    private static Duration expiry(String severity, String text, Checks checks) {
        try {
            Duration expiry = text == null ? Duration.ZERO : Duration.parse(text);
            if (text == null || expiry.compareTo(SHORTEST) >= 0 && expiry.compareTo(LONGEST) <= 0) {
                return expiry;
            }
        } catch (DateTimeParseException e) {
            // Said below, as for one that is out of range.
        }
        checks.add(
                "/acknowledgeExpires/" + severity,
                "must be a duration from PT5M to P7D such as PT30M, or null for never");
        return Duration.ZERO;
    }
}
