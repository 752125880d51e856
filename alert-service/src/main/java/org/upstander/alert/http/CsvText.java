package org.upstander.alert.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** CSV as in RFC 4180. No cell can become a formula in a spreadsheet. */
final class CsvText {

    /** Signs that begin a formula, also in their full width, and what programs skip before them. */
    private static final String DANGEROUS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvText() {}

    /**
     * @param name heading
     * @param value of a row; null is an empty cell
     */
    record Column<T>(String name, Function<T, Object> value) {}

    static <T> String of(List<Column<T>> columns, List<T> rows) {
        StringWriter out = new StringWriter();
        // Closing hands the writer's own buffer over.
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (T row : rows) {
                csv.writeRecord(
                        columns.stream().map(column -> cell(column.value().apply(row))).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text =
                value instanceof List<?> list
                        ? String.join(";", list.stream().map(Object::toString).toList())
                        : value.toString();
        String shown = text.stripLeading();
        boolean dangerous =
                !text.isEmpty()
                        && (DANGEROUS.indexOf(text.charAt(0)) >= 0
                                || (!shown.isEmpty() && DANGEROUS.indexOf(shown.charAt(0)) >= 0));
        return dangerous && !(value instanceof Number) ? "'" + text : text;
    }
}
