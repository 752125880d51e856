package org.upstander.ingest.domain;

import java.util.List;
import java.util.Optional;

/** Decides which secrets a source can have. */
final class SecretRules {

    private static final String POINTER = "/secrets";
    private static final int MOST = 2;
    private static final int SHORTEST = 8;

    /** Tokens that say themselves whose they are, as those of Reddit, are long. */
    private static final int LONGEST = 4_096;

    private SecretRules() {}

    /**
     * @param given null where those that are known stay
     * @return none where something is wrong
     */
    static List<String> check(
            List<String> given, Needs.Secret needed, Optional<Source> known, Checks checks) {
        if (needed == Needs.Secret.NONE) {
            return none(given, checks);
        }
        List<String> kept = known.map(Source::secrets).orElse(List.of());
        if (given == null && !kept.isEmpty()) {
            return kept;
        }
        if (given == null || given.isEmpty()) {
            if (needed == Needs.Secret.REQUIRED) {
                checks.missing(
                        POINTER,
                        "give what the platform signs with, or lets us read with: [\"…\"].");
            }
            return List.of();
        }
        if (given.size() > MOST) {
            refuse(checks, POINTER, "may be two at most: the current one and the next.");
        }
        for (int at = 0; at < given.size(); at++) {
            if (!isFine(given.get(at))) {
                refuse(
                        checks,
                        POINTER + "/" + at,
                        "must have %d to %d characters, none of them U+0000."
                                .formatted(SHORTEST, LONGEST));
            }
        }
        return checks.found().isEmpty() ? given : List.of();
    }

    private static boolean isFine(String secret) {
        return secret != null
                && Texts.wellFormed(secret)
                && secret.length() >= SHORTEST
                && secret.length() <= LONGEST;
    }

    private static List<String> none(List<String> given, Checks checks) {
        if (given != null && !given.isEmpty()) {
            refuse(checks, POINTER, "has no use for this type; leave it out.");
        }
        return List.of();
    }

    private static void refuse(Checks checks, String pointer, String fix) {
        SourceRules.refuse(checks, pointer, fix);
    }
}
