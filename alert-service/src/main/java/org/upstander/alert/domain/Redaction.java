package org.upstander.alert.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Hides what is private in texts that are shown: the passages that expose something, and the same
 * words wherever else they stand. As many characters stay, so offsets still fit. What was really
 * written is in the sealed original.
 */
public final class Redaction {

    private static final String EXPOSED = "doxxing";
    private static final char HIDDEN = '\u2588';

    /** Less than that stands everywhere. */
    private static final int LEAST = 3;

    private static final int MOST = 100;

    private final Set<String> secrets = new LinkedHashSet<>();

    /**
     * Learns what a text exposes.
     *
     * @param text or null
     * @param spans parts of the text that weigh; those out of its bounds are passed over
     */
    public Redaction learn(String text, Collection<Assessment.Span> spans) {
        for (Assessment.Span span : spans) {
            boolean within = text != null && span.start() >= 0 && span.end() <= text.length();
            if (EXPOSED.equals(span.category())
                    && within
                    && span.end() - span.start() >= LEAST
                    && secrets.size() < MOST) {
                secrets.add(text.substring(span.start(), span.end()));
            }
        }
        return this;
    }

    /**
     * The text without what is known to be private.
     *
     * @param text or null
     * @return null where there is none
     */
    public String hide(String text) {
        if (text == null || secrets.isEmpty()) {
            return text;
        }
        char[] shown = text.toCharArray();
        for (String secret : secrets) {
            for (int at = 0; at + secret.length() <= text.length(); at++) {
                if (text.regionMatches(true, at, secret, 0, secret.length())) {
                    Arrays.fill(shown, at, at + secret.length(), HIDDEN);
                    at += secret.length() - 1;
                }
            }
        }
        return new String(shown);
    }
}
