package org.upstander.alert.engine;

import java.time.Instant;

/**
 * A post about the member of staff.
 *
 * @param verdict attack, criticism, neutral or supportive
 */
record Said(
        String id,
        String source,
        String author,
        String thread,
        Instant at,
        String verdict,
        int severity,
        double score,
        String binding,
        String text) {

    static Said neutral(String id, String author, Instant at, double score) {
        return new Said(id, "forum", author, "t-" + id, at, "neutral", 0, score, "name", null);
    }

    static Said attack(String id, String author, Instant at) {
        return new Said(id, "forum", author, "t-" + id, at, "attack", 1, 0.8, "name", "an insult");
    }

    Said weighing(int much) {
        return new Said(id, source, author, thread, at, verdict, much, score, binding, text);
    }

    Said bound(String how) {
        return new Said(id, source, author, thread, at, verdict, severity, score, how, text);
    }

    Said saying(String words) {
        return new Said(id, source, author, thread, at, verdict, severity, score, binding, words);
    }

    Said on(String platform) {
        return new Said(id, platform, author, thread, at, verdict, severity, score, binding, text);
    }

    Said in(String where) {
        return new Said(id, source, author, where, at, verdict, severity, score, binding, text);
    }
}
