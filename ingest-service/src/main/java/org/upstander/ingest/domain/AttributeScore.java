package org.upstander.ingest.domain;

import java.util.regex.Pattern;

/**
 * What another classifier said of a text, in Perspective's terms.
 *
 * @param name {@code TOXICITY}
 * @param value 0 to 1 once admitted; null where a draft has none
 * @param type what the value is: {@code PROBABILITY}, or null, which means the same
 */
public record AttributeScore(String name, Double value, String type) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** Whether Perspective could name an attribute so; only then may a problem repeat the name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
