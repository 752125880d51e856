package org.upstander.ingest.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Limits;

/** Who wrote a message, by name: the address is not kept, it is more than is needed. */
final class MailAuthor {

    private static final List<String> FIELDS = List.of("From", "Sender", "Reply-To", "Return-Path");
    private static final String UNKNOWN = "unknown";

    private MailAuthor() {}

    /**
     * @return null where no field tells of one
     */
    static Author of(Headers headers) {
        List<String> fields =
                FIELDS.stream()
                        .map(headers::line)
                        .filter(line -> line != null && !line.isBlank())
                        .toList();
        if (fields.isEmpty()) {
            return null;
        }
        String name =
                fields.stream()
                        .map(MailAuthor::name)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(UNKNOWN);
        return new Author(null, name, name);
    }

    private static String name(String field) {
        try {
            return Stream.of(InternetAddress.parseHeader(field, false))
                    .flatMap(one -> Stream.of(text(one.getPersonal()), text(one.getAddress())))
                    .map(MailAuthor::beforeAddress)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } catch (AddressException e) {
            return beforeAddress(field);
        }
    }

    private static String beforeAddress(String field) {
        int address = field.indexOf('<');
        String before = address < 0 ? null : shown(field.substring(0, address));
        return before == null ? shown(field) : before;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** Of an address the part before the @; null where nothing is left. */
    private static String shown(String name) {
        String shown =
                Stream.of(Chars.oneLine(name).replaceAll("[\"<>]", " ").split(" "))
                        .map(MailAuthor::withoutHost)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
        // Archives write "heath at example.org".
        int at = shown.indexOf(" at ");
        boolean address = at > 0 && shown.indexOf(' ') == at && shown.indexOf('.', at) > 0;
        String whole = address ? shown.substring(0, at) : shown;
        String fits = Chars.clean(Chars.firstOf(whole, Limits.AUTHOR_HANDLE)).strip();
        return fits.chars().allMatch(c -> c == '@' || Character.isWhitespace(c)) ? null : fits;
    }

    private static String withoutHost(String word) {
        int at = word.indexOf('@');
        return at > 0 ? word.substring(0, at) : word;
    }
}
