package org.upstander.ingest.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.upstander.ingest.application.report.MailedReport;

/**
 * Knows messages that may be self-reports: sent to {@code reports+CODE@example.org}, where the
 * mailbox is told of {@code reports@example.org}. Whether the code is anybody's is not known here.
 */
public final class MailReports {

    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To");
    private static final int MOST_CODES = 5;
    private static final int LONGEST_CODE = 64;

    private final Pattern address;

    /**
     * @param reportsTo the address without a code
     */
    public MailReports(String reportsTo) {
        int at = reportsTo.indexOf('@');
        address =
                Pattern.compile(
                        "(?<![a-z0-9._+-])%s\\+([^\\s@<>\",;:]{0,%d})@%s(?![a-z0-9-]|\\.[a-z0-9])"
                                .formatted(
                                        Pattern.quote(reportsTo.substring(0, at)),
                                        LONGEST_CODE,
                                        Pattern.quote(reportsTo.substring(at + 1))));
    }

    /**
     * @param message what is beyond its most bytes is not read
     * @return empty where it is none, or cannot be read
     */
    public Optional<MailedReport> read(MailBuffer message) {
        MimePart mail = orNothing(message::message, null);
        return mail == null ? Optional.empty() : read(mail);
    }

    private Optional<MailedReport> read(MimePart mail) {
        List<String> codes =
                RECIPIENTS.stream()
                        .flatMap(name -> mail.headers().lines(name).stream())
                        .flatMap(this::codes)
                        .distinct()
                        .limit(MOST_CODES)
                        .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(report(mail, codes));
    }

    private Stream<String> codes(String line) {
        Matcher found = address.matcher(line.toLowerCase(Locale.ROOT));
        return found.results().map(one -> one.group(1));
    }

    private static MailedReport report(MimePart mail, List<String> codes) {
        Headers headers = mail.headers();
        MailIds ids = MailIds.of(mail);
        Said said = orNothing(() -> new Walk().through(mail), Said.NOTHING);
        return new MailedReport(
                codes,
                isAutomatic(headers, mail.type()),
                ids.own(),
                orNothing(() -> MailReader.time(headers.line("Date")), null),
                ids.isAnswer() ? null : orNothing(() -> headers.prose("Subject"), null),
                said.isPlain() ? said.text() : null,
                said.isPlain() ? null : said.html());
    }

    /** A library may meet what it does not expect: that she wrote counts all the same. */
    private static <T> T orNothing(Supplier<T> read, T nothing) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            return nothing;
        }
    }

    /** RFC 3834, and mail that is given back (RFC 3464, RFC 5321). */
    private static boolean isAutomatic(Headers headers, MediaType type) {
        String said = headers.line("Auto-Submitted");
        String back = headers.line("Return-Path");
        return said != null && !said.strip().toLowerCase(Locale.ROOT).matches("no\\b.*")
                || type.name().equals("multipart/report")
                || back != null && back.strip().equals("<>");
    }
}
