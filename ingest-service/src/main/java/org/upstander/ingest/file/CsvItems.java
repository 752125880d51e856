package org.upstander.ingest.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.MappingRules;
import org.upstander.ingest.domain.Source;

/** CSV (RFC 4180) with a header line that names the fields as mappings do. */
final class CsvItems implements FilesReader.Items {

    private static final Map<String, String> BY_NAME =
            MappingRules.FIELDS.stream()
                    .collect(Collectors.toUnmodifiableMap(field -> field, field -> "/" + field));

    private final CsvReader<NamedCsvRecord> csv;
    private final MappedItem item;
    private Iterator<NamedCsvRecord> records;

    CsvItems(InputStream in, Source source) {
        csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
        item = new MappedItem(source, BY_NAME);
    }

    @Override
    public List<Handed<Draft.OfPost>> next(int most) throws IOException {
        List<Handed<Draft.OfPost>> items = new ArrayList<>();
        try {
            if (records == null) {
                records = csv.iterator();
            }
            while (items.size() < most && records.hasNext()) {
                items.add(item.of(records.next().getFieldsAsMap()));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException(); // without its message, which quotes the file
        }
        return items;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
