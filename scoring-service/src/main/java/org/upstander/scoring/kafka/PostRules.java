package org.upstander.scoring.kafka;

import java.nio.charset.StandardCharsets;

/**
 * The contract's rules for what scoring reads from a post and writes on into assessments. Checked
 * here because a record that breaks them would break whoever reads the assessment.
 */
final class PostRules {
    static final int TEXT_BYTES = 64 * 1024;
    private static final int POST_ID = 32;
    private static final int REVISION = 16;

    private PostRules() {}

    static String text(String value) throws Refusal {
        // A char is three bytes of UTF-8 at most: most texts need no counting.
        if (value.length() > TEXT_BYTES / 3
                && value.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
            throw Refusal.invalid("text is longer than 64 KiB");
        }
        return wellFormed("text", value);
    }

    /** A string of 1 to {@code max} characters, or null. */
    static String optional(String field, String value, int max) throws Refusal {
        return value == null ? null : required(field, value, max);
    }

    /** A string of up to {@code max} characters, or null. */
    static String shown(String field, String value, int max) throws Refusal {
        return value == null || value.isEmpty() ? value : required(field, value, max);
    }

    static String required(String field, String value, int max) throws Refusal {
        if (value == null) {
            throw Refusal.invalid(field + " is missing");
        }
        if (value.isEmpty()
                || value.length() > max && value.codePointCount(0, value.length()) > max) {
            throw Refusal.invalid(field + " is empty or longer than " + max);
        }
        return wellFormed(field, value);
    }

    static String postId(String value) throws Refusal {
        return hex("postId", value, POST_ID);
    }

    static String revision(String value) throws Refusal {
        return hex("revision", value, REVISION);
    }

    static String url(String value) throws Refusal {
        if (value == null || value.startsWith("https://") || value.startsWith("http://")) {
            return optional("url", value, 2048);
        }
        throw Refusal.invalid("url is neither http nor https");
    }

    private static String hex(String field, String value, int length) throws Refusal {
        if (value == null || value.length() != length) {
            throw Refusal.invalid(field + " is missing or not " + length + " hex digits");
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                throw Refusal.invalid(field + " is not lower-case hex");
            }
        }
        return value;
    }

    /** No lone surrogate, which is no UTF-8, and no U+0000, which no PostgreSQL stores. */
    private static String wellFormed(String field, String value) throws Refusal {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw Refusal.invalid(field + " holds U+0000");
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (i + 1 == value.length() || !Character.isSurrogatePair(c, value.charAt(i + 1))) {
                    throw Refusal.invalid(field + " holds a lone surrogate");
                }
                i++;
            }
        }
        return value;
    }
}
