package org.upstander.ingest.application.report;

import java.util.List;

/**
 * A mail to personal addresses.
 *
 * @param codes that they have, in small letters, each once; at least one
 * @param automatic whether a machine wrote it, or gives one back
 * @param id its Message-ID, or else a hash of its bytes
 * @param at when it was written, RFC 3339; or null
 * @param subject or null
 * @param text what it says where that is plain; or null
 * @param html what it says otherwise; or null
 */
public record MailedReport(
        List<String> codes,
        boolean automatic,
        String id,
        String at,
        String subject,
        String text,
        String html) {

    public MailedReport {
        codes = List.copyOf(codes);
    }

    /** How much of memory it takes, in characters. */
    public int size() {
        return (text == null ? 0 : text.length()) + (html == null ? 0 : html.length());
    }

    /** Neither what it says nor whose it is. */
    @Override
    public String toString() {
        return "MailedReport[" + size() + " characters]";
    }
}
