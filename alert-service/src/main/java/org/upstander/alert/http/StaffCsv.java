package org.upstander.alert.http;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.upstander.alert.application.directory.StaffDraft;
import org.upstander.alert.domain.IdentifierKind;

/**
 * Staff as CSV (RFC 4180) with a header line; {@code id} and {@code displayName} are required
 * columns. Several values in a cell are separated by {@code ;}, a handle is {@code
 * platform:handle}.
 */
final class StaffCsv {

    static final StaffDraft EMPTY =
            new StaffDraft(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);

    private static final Set<String> COLUMNS =
            Set.of(
                    "id",
                    "displayName",
                    "names",
                    "handles",
                    "roleTitles",
                    "pronouns",
                    "timeZone",
                    "workingHours",
                    "junior",
                    "attackThreshold",
                    "contactId",
                    "policyId",
                    "seniorContactId",
                    "noticeEmail",
                    "language",
                    "phone",
                    "email",
                    "street",
                    "address",
                    "handle",
                    "name");

    private StaffCsv() {}

    static List<StaffDraft> read(byte[] body, int most) {
        List<StaffDraft> out = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text(body))) {
            for (NamedCsvRecord row : csv) {
                if (out.isEmpty()) {
                    checkHeader(row.getHeader());
                }
                out.add(draft(row));
                if (out.size() > most) {
                    break; // the caller refuses it; no need to read the rest
                }
            }
        } catch (CsvParseException e) {
            throw Problems.refused("", "must be CSV as in RFC 4180, with a header line");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static String text(byte[] body) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problems.refused("", "must be UTF-8");
        }
    }

    private static void checkHeader(List<String> header) {
        if (!COLUMNS.containsAll(header)
                || !header.containsAll(List.of("id", "displayName"))
                || Set.copyOf(header).size() != header.size()) {
            throw Problems.refused(
                    "",
                    "the header line must name id and displayName and may name, once each, "
                            + COLUMNS.stream().sorted().toList());
        }
    }

    private static StaffDraft draft(NamedCsvRecord row) {
        String junior = cell(row, "junior");
        String notice = cell(row, "noticeEmail");
        return new StaffDraft(
                cell(row, "id"),
                cell(row, "displayName"),
                cells(row, "names"),
                cells(row, "handles").stream().map(StaffCsv::handle).toList(),
                cells(row, "roleTitles"),
                cell(row, "pronouns"),
                cell(row, "timeZone"),
                cell(row, "workingHours"),
                "true".equalsIgnoreCase(junior) || "yes".equalsIgnoreCase(junior),
                number(row, "attackThreshold"),
                protectedItems(row),
                cell(row, "contactId"),
                cell(row, "policyId"),
                cell(row, "seniorContactId"),
                notice == null ? null : new StaffDraft.Notice("email", notice),
                cell(row, "language"));
    }

    /** Null, which keeps what is protected, where the file has no column for any kind. */
    private static List<StaffDraft.ProtectedItem> protectedItems(NamedCsvRecord row) {
        List<String> kinds =
                row.getHeader().stream().filter(c -> IdentifierKind.of(c).isPresent()).toList();
        if (kinds.isEmpty()) {
            return null;
        }
        return kinds.stream()
                .flatMap(
                        kind ->
                                cells(row, kind).stream()
                                        .map(value -> new StaffDraft.ProtectedItem(kind, value)))
                .toList();
    }

    private static StaffDraft.Handle handle(String cell) {
        int colon = cell.indexOf(':');
        return colon < 0
                ? new StaffDraft.Handle(null, cell)
                : new StaffDraft.Handle(
                        cell.substring(0, colon).strip(), cell.substring(colon + 1).strip());
    }

    /**
     * What is no number becomes NaN, which is out of every range: the row is refused, not the file.
     */
    private static Double number(NamedCsvRecord row, String column) {
        String cell = cell(row, column);
        try {
            return cell == null ? null : Double.valueOf(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).filter(s -> !s.isEmpty()).orElse(null);
    }

    private static List<String> cells(NamedCsvRecord row, String column) {
        String cell = cell(row, column);
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";", -1))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
    }
}
