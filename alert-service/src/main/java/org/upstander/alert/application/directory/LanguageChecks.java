package org.upstander.alert.application.directory;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** What a language must look like. */
final class LanguageChecks {

    private static final int MAX_TAG = 35;

    private LanguageChecks() {}

    /** The tag as BCP 47 writes it, or null where none is given. */
    static String optional(String pointer, String tag, Checks checks) {
        if (tag == null) {
            return null;
        }
        try {
            if (!tag.isEmpty() && tag.length() <= MAX_TAG) {
                return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // Said below.
        }
        checks.add(
                pointer,
                "is no language tag; use one of BCP 47 such as en, de or de-AT, at most %d characters"
                        .formatted(MAX_TAG));
        return null;
    }
}
