package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.upstander.alert.application.reading.LoadReader;
import org.upstander.alert.domain.ReviewLoad;
import org.upstander.alert.persistence.Besides;

@ApplicationScoped
class SqlLoadReader implements LoadReader {

    // A reader and a contact are one when the token is of the member of staff that the contact is.
    private static final String READS =
            """
            select coalesce(c.id, r.reader) as responder, sum(r.items)::bigint as items, sum(r.seconds)::bigint as seconds,
                   coalesce(c.document::json ->> 'displayName', t.document::json ->> 'name', r.reader) as name
            from (select reader, sum(items) as items, sum(case when pause <= $2::bigint then pause else $3::bigint end) as seconds
                  from (select reader, items,
                               extract(epoch from lead(at) over (partition by reader order by at, id) - at) as pause
                        from evidence_read where at >= $1 and not own) one
                  group by reader) r
            left join api_token t on 'token:' || t.id = r.reader
            left join lateral (select * from contact
                               where id = r.reader or document::json ->> 'staffId' = t.document::json ->> 'staffId'
                               order by id limit 1) c on true
            group by responder, name
            """;

    // All time zones differ from UTC by quarters of an hour.
    private static final String PAGES =
            """
            select n.contact_id as responder, n.at, coalesce(c.document::json ->> 'displayName', n.contact_id) as name,
                   c.document::json ->> 'timeZone' as zone
            from (select distinct contact_id, date_bin('15 minutes', at, timestamptz '2000-01-01T00:00:00Z') as at
                  from notification
                  where at >= $1 and kind = 'page' and outcome = 'delivered' and contact_id is not null
                    and channel not in %s) n
            left join contact c on c.id = n.contact_id
            """
                    .formatted(Besides.CHANNELS);

    // As READS, without what was read.
    private static final String READINGS =
            """
            select coalesce(c.id, r.reader) as responder, r.at,
                   coalesce(c.document::json ->> 'displayName', t.document::json ->> 'name', r.reader) as name,
                   c.document::json ->> 'timeZone' as zone
            from (select distinct reader, date_bin('15 minutes', at, timestamptz '2000-01-01T00:00:00Z') as at
                  from evidence_read where at >= $1 and not own) r
            left join api_token t on 'token:' || t.id = r.reader
            left join lateral (select * from contact
                               where id = r.reader or document::json ->> 'staffId' = t.document::json ->> 'staffId'
                               order by id limit 1) c on true
            """;

    private static final ReviewLoad.Sitting SITTING = ReviewLoad.Sitting.USUAL;

    private final Rows rows;

    SqlLoadReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<ReviewLoad.Read>> reads(Instant from) {
        return rows.list(
                READS,
                List.of(
                        from.atOffset(ZoneOffset.UTC),
                        SITTING.longestPause().toSeconds(),
                        SITTING.lastReading().toSeconds()),
                row ->
                        new ReviewLoad.Read(
                                row.getString("responder"),
                                row.getString("name"),
                                row.getLong("items"),
                                Duration.ofSeconds(row.getLong("seconds"))));
    }

    @Override
    public Uni<List<ReviewLoad.Moment>> readings(Instant from) {
        return moments(READINGS, from);
    }

    @Override
    public Uni<List<ReviewLoad.Moment>> pages(Instant from) {
        return moments(PAGES, from);
    }

    private Uni<List<ReviewLoad.Moment>> moments(String sql, Instant from) {
        return rows.list(sql, List.of(from.atOffset(ZoneOffset.UTC)), SqlLoadReader::moment);
    }

    private static ReviewLoad.Moment moment(Row row) {
        String zone = row.getString("zone");
        return new ReviewLoad.Moment(
                row.getString("responder"),
                row.getString("name"),
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                Rows.time(row, "at"));
    }
}
