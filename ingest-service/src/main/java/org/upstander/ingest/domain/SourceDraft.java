package org.upstander.ingest.domain;

import java.util.List;

/**
 * A source as somebody wants it; nothing is checked yet, and every field but the id may be null.
 *
 * @param secrets null where those that are known stay
 * @param expectedRhythm ISO 8601, {@code PT6H}
 */
public record SourceDraft(
        String id,
        String type,
        String displayName,
        String platform,
        String url,
        List<String> secrets,
        Integer pollSeconds,
        String expectedRhythm,
        SourceSettings settings) {

    /** Without the secrets: records are printed by accident. */
    @Override
    public String toString() {
        return "SourceDraft[" + id + ", " + type + "]";
    }
}
