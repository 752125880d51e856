package org.upstander.ingest.file;

import java.util.List;
import java.util.Map;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.Violation;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.reading.Mapping;

/** One item of a file: a bad one never takes its neighbours along. */
final class MappedItem {

    private final Mapping mapping;
    private final Source source;

    /**
     * @param otherwise where the fields stand unless the source says
     */
    MappedItem(Source source, Map<String, String> otherwise) {
        Map<String, String> declared = source.settings().mapping();
        this.mapping = new Mapping(declared.isEmpty() ? otherwise : declared);
        this.source = source;
    }

    Handed<Draft.OfPost> of(byte[] json) {
        try {
            return new Handed.Readable<>(
                    mapping.post(Body.of(json), source), Original.received(json, Original.JSON));
        } catch (Unreadable e) {
            return wrong(e.pointer(), e.getMessage());
        }
    }

    /** A line of a table: its original is what stands under each heading, as JSON. */
    Handed<Draft.OfPost> of(Map<String, String> fields) {
        try {
            Body body = Body.of(fields);
            return new Handed.Readable<>(mapping.post(body, source), body.original());
        } catch (Unreadable e) {
            return wrong(e.pointer(), e.getMessage());
        }
    }

    static Handed<Draft.OfPost> wrong(String pointer, String fix) {
        return new Handed.Unreadable<>(
                null, List.of(Violation.of(pointer, RejectReason.MALFORMED, pointer + " " + fix)));
    }
}
