package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstander.alert.application.reading.ShieldReader;
import org.upstander.alert.application.reading.ShieldSummary;
import org.upstander.alert.application.reading.ShieldSummary.Counts;
import org.upstander.alert.application.reading.ShieldSummary.Handled;
import org.upstander.alert.application.reading.ShieldSummary.Item;
import org.upstander.alert.application.reading.ShieldSummary.Reading;
import org.upstander.alert.application.reading.ShieldSummary.Text;

@ApplicationScoped
class SqlShieldReader implements ShieldReader {

    private static final Duration BACK = Duration.ofDays(30);

    private static final String KNOWN = "select id from staff where id = $1";

    private static final String MINE =
            """
            with mine as (
                select *, state <> 'resolved' as live from incident
                where staff_id = $1 and merged_into is null and (state <> 'resolved' or last_activity_at >= $2))
            """;

    private static final String FIGURES =
            MINE
                    + """
                    select count(*) filter (where state = 'open') as open,
                        min(opened_at) filter (where live) as since,
                        count(*) filter (where live) as live_incidents,
                        coalesce(sum(post_count) filter (where live), 0)::bigint as live_posts,
                        (select count(distinct author_key) from incident_author a join mine m on m.id = a.incident_id
                         where m.live) as live_authors,
                        count(*) as incidents, coalesce(sum(post_count), 0)::bigint as posts,
                        (select count(distinct author_key) from incident_author a join mine m on m.id = a.incident_id)
                            as authors
                    from mine
                    """;

    private static final String ITEMS =
            MINE
                    + """
                    select i.id, i.state, i.opened_at, i.last_activity_at, i.post_count, i.author_count,
                        i.resolved_at, %s as resolver
                    from mine i %s
                    order by live desc, opened_at desc, i.id desc limit 50
                    """
                            .formatted(Names.of("i.resolved_by"), Names.joined("i.resolved_by"));

    private static final String HANDLED =
            """
            select a.incident_id, a.at, a.kind, %s as name from acknowledgement a %s
            where a.incident_id = any ($1::text[]) and not a.superseded order by a.id
            """
                    .formatted(Names.of("a.who"), Names.joined("a.who"));

    private static final String READS =
            """
            select r.incident_id, r.at, r.why, r.own, %s as name
            from evidence_read r join incident i on i.id = r.incident_id %s
            where i.staff_id = $1 order by r.id desc limit 50
            """
                    .formatted(Names.of("r.reader"), Names.joined("r.reader"));

    private static final String TEXTS =
            """
            select incident_id, posted_at, source, url, text, coalesce(author_name, author_handle, author_id) as author
            from evidence where incident_id = any ($1::text[]) and text is not null
            order by posted_at desc, assessment_id desc limit 200
            """;

    private static final String LOG =
            """
            insert into evidence_read (incident_id, items, reader, at, why, own)
            select incident_id, items, $3, cast($4 as timestamptz), $5, true
            from unnest($1::text[], $2::int[]) as seen (incident_id, items)
            """;

    private final Rows rows;

    SqlShieldReader(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<Optional<ShieldSummary>> summary(String staffId, Instant now) {
        return rows.list(KNOWN, List.of(staffId), row -> row.getString("id"))
                .chain(
                        known ->
                                known.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : of(staffId, now).map(Optional::of));
    }

    private Uni<ShieldSummary> of(String staffId, Instant now) {
        List<Object> mine = List.of(staffId, utc(now.minus(BACK)));
        return Uni.combine()
                .all()
                .unis(
                        rows.list(FIGURES, mine, SqlShieldReader::figures),
                        rows.list(ITEMS, mine, row -> row).chain(this::handled),
                        rows.list(READS, List.of(staffId), SqlShieldReader::reading))
                .with(
                        (figures, items, reads) ->
                                ShieldSummary.of(staffId, now, figures.get(0), items, reads));
    }

    private Uni<List<Item>> handled(List<Row> found) {
        String[] ids = found.stream().map(row -> row.getString("id")).toArray(String[]::new);
        return rows.list(
                        HANDLED,
                        List.of((Object) ids),
                        row ->
                                Map.entry(
                                        row.getString("incident_id"),
                                        new Handled(
                                                row.getString("name"),
                                                Rows.time(row, "at"),
                                                row.getString("kind"))))
                .map(SqlShieldReader::byIncident)
                .map(
                        handled ->
                                found.stream()
                                        .map(
                                                row ->
                                                        item(
                                                                row,
                                                                handled.getOrDefault(
                                                                        row.getString("id"),
                                                                        List.of())))
                                        .toList());
    }

    @Override
    public Uni<Map<String, List<Text>>> texts(List<String> incidentIds) {
        return rows.list(
                        TEXTS,
                        List.of((Object) incidentIds.toArray(String[]::new)),
                        row -> Map.entry(row.getString("incident_id"), text(row)))
                .map(SqlShieldReader::byIncident);
    }

    @Override
    public Uni<Void> logOwnReading(
            Map<String, Integer> items, String reader, Instant at, Optional<String> why) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<String, Integer>> seen = List.copyOf(items.entrySet());
        return rows.execute(
                LOG,
                Arrays.asList(
                        seen.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        seen.stream().map(Map.Entry::getValue).toArray(Integer[]::new),
                        reader,
                        utc(at),
                        why.orElse(null)));
    }

    private static <T> Map<String, List<T>> byIncident(List<Map.Entry<String, T>> parts) {
        return parts.stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static ShieldSummary.Figures figures(Row row) {
        return new ShieldSummary.Figures(
                row.getLong("open"),
                Rows.time(row, "since"),
                new Counts(
                        row.getLong("live_incidents"),
                        row.getLong("live_posts"),
                        row.getLong("live_authors")),
                new Counts(row.getLong("incidents"), row.getLong("posts"), row.getLong("authors")));
    }

    private static Item item(Row row, List<Handled> handledBy) {
        return new Item(
                row.getString("id"),
                row.getString("state"),
                Rows.time(row, "opened_at"),
                Rows.time(row, "last_activity_at"),
                row.getInteger("post_count"),
                row.getInteger("author_count"),
                Rows.time(row, "resolved_at"),
                row.getString("resolver"),
                handledBy,
                null);
    }

    private static Reading reading(Row row) {
        return new Reading(
                row.getString("incident_id"),
                Rows.time(row, "at"),
                row.getString("name"),
                row.getString("why"),
                row.getBoolean("own"));
    }

    private static Text text(Row row) {
        return new Text(
                Rows.time(row, "posted_at"),
                row.getString("source"),
                row.getString("author"),
                row.getString("url"),
                row.getString("text"));
    }
}
