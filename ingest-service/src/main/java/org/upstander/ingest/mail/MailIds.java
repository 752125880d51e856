package org.upstander.ingest.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.upstander.ingest.domain.Limits;

/**
 * How a message is known, and others that it names.
 *
 * @param own its Message-ID, or else a hash of its bytes
 * @param answered what it answers, or null
 * @param thread what the conversation began with; itself where it answers nothing
 */
record MailIds(String own, String answered, String thread) {

    private static final Pattern BRACKETED = Pattern.compile("<\\s*([^<>\\s]+)\\s*>");

    static MailIds of(MimePart message) {
        Headers headers = message.headers();
        String named = first(headers.line("Message-ID"));
        String own = named == null ? bare(headers.line("Message-ID")) : named;
        String id = own == null ? hash(message) : own;
        String answered = first(headers.line("In-Reply-To"));
        String root =
                Stream.of(headers.line("References"), headers.line("In-Reply-To"))
                        .map(MailIds::first)
                        .filter(one -> one != null)
                        .findFirst()
                        .orElse(id);
        return new MailIds(id, answered, root);
    }

    /** Whether it goes on with a conversation. */
    boolean isAnswer() {
        return !own.equals(thread);
    }

    private static String first(String field) {
        Matcher found = field == null ? null : BRACKETED.matcher(field);
        return found != null && found.find() ? fitting(found.group(1)) : null;
    }

    /** Some write none of the brackets. */
    private static String bare(String field) {
        String bare = field == null ? "" : Chars.oneLine(field).replaceAll("[<> ]", "");
        return bare.isEmpty() ? null : fitting(bare);
    }

    private static String fitting(String id) {
        String clean = Chars.clean(id);
        if (clean.isBlank()) {
            return null;
        }
        return clean.length() > Limits.EXTERNAL_ID
                ? hex(sha256().digest(clean.getBytes(StandardCharsets.UTF_8)))
                : clean;
    }

    /** Whether lines end with CR LF or LF depends on where it lay. */
    private static String hash(MimePart message) {
        MessageDigest digest = sha256();
        int from = message.begin();
        for (int at = from; at < message.end(); at++) {
            if (message.bytes()[at] == '\r') {
                digest.update(message.bytes(), from, at - from);
                from = at + 1;
            }
        }
        digest.update(message.bytes(), from, message.end() - from);
        return hex(digest.digest());
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
