package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.reading.Summary;

/** Counts. Every group is named, also where nothing was counted. */
@ApplicationScoped
class SummaryReader {

    private static final String INCIDENTS =
            """
            select 'state' as kind, state as name, count(*) as n from incident group by state
            union all
            select 'severity', severity::text, count(*) from incident where state <> 'resolved' group by severity
            """;

    private static final String OLDEST =
            "select min(opened_at) as oldest from incident where state = 'open'";

    private static final String SINCE =
            """
            select 'verdict' as kind, verdict as name, count(*) as n
            from assessment where recorded_at >= $1 and not spam group by verdict
            union all
            select 'spam', '', count(*) from assessment where recorded_at >= $1 and spam
            union all
            select 'opened', '', count(*) from incident where opened_at >= $1
            union all
            select 'fired', '', count(*) from page where fired_at >= $1
            union all
            select 'delivery', state, count(*) from delivery
            where created_at >= $1 and kind <> 'refresh' group by state
            """;

    private static final List<String> STATES = List.of("open", "acknowledged", "resolved");
    private static final List<String> SEVERITIES = List.of("1", "2", "3", "4");
    private static final List<String> VERDICTS =
            List.of("attack", "criticism", "neutral", "supportive");
    private static final List<String> DELIVERIES =
            List.of("pending", "sending", "retry", "delivered", "failed", "cancelled");

    private final Rows rows;

    SummaryReader(Rows rows) {
        this.rows = rows;
    }

    private record Count(String kind, String name, long n) {

        static Count of(Row row) {
            return new Count(row.getString("kind"), row.getString("name"), row.getLong("n"));
        }
    }

    Uni<Summary> at(Instant now) {
        return incidents()
                .chain(
                        incidents ->
                                since(now.minus(Duration.ofDays(1)))
                                        .chain(
                                                day ->
                                                        since(now.minus(Duration.ofDays(7)))
                                                                .map(
                                                                        week ->
                                                                                new Summary(
                                                                                        now,
                                                                                        incidents,
                                                                                        day,
                                                                                        week))));
    }

    private Uni<Summary.Incidents> incidents() {
        return rows.list(OLDEST, List.of(), row -> new Instant[] {Rows.time(row, "oldest")})
                .chain(
                        oldest ->
                                rows.list(INCIDENTS, List.of(), Count::of)
                                        .map(
                                                counts ->
                                                        new Summary.Incidents(
                                                                named(counts, "state", STATES),
                                                                named(
                                                                        counts,
                                                                        "severity",
                                                                        SEVERITIES),
                                                                oldest.get(0)[0])));
    }

    private Uni<Summary.Period> since(Instant from) {
        return rows.list(SINCE, List.of(OffsetDateTime.ofInstant(from, ZoneOffset.UTC)), Count::of)
                .map(
                        counts -> {
                            Map<String, Long> verdicts = named(counts, "verdict", VERDICTS);
                            long attacks = verdicts.get("attack");
                            return new Summary.Period(
                                    verdicts,
                                    one(counts, "spam"),
                                    attacks == 0
                                            ? null
                                            : (double) verdicts.get("supportive") / attacks,
                                    one(counts, "opened"),
                                    one(counts, "fired"),
                                    named(counts, "delivery", DELIVERIES));
                        });
    }

    private static Map<String, Long> named(List<Count> counts, String kind, List<String> names) {
        Map<String, Long> out = new LinkedHashMap<>();
        names.forEach(name -> out.put(name, 0L));
        counts.stream()
                .filter(count -> count.kind().equals(kind))
                .forEach(count -> out.put(count.name(), count.n()));
        return out;
    }

    private static long one(List<Count> counts, String kind) {
        return named(counts, kind, List.of("")).get("");
    }
}
