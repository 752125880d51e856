package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.pattern.CrowdHistory;
import org.upstander.alert.domain.pattern.Crowd;

@ApplicationScoped
class SqlCrowdHistory implements CrowdHistory {

    private static final int AUTHOR = 4;
    private static final int INCIDENT = 14;
    private static final int ALIAS = 15;

    static final String ATTACKS =
            """
            select 0, %s,
                case when i.state <> 'resolved' then i.id end,
                %s
            from (select jsonb_array_elements_text(cast(cast(:staff as text) as jsonb)) as id) p
            cross join lateral (
                select * from assessment
                where staff_id = p.id and verdict = 'attack' and not spam
                  and posted_at > cast(cast(:since as text) as timestamptz)
                order by posted_at desc, id desc limit :most) a
            left join incident i on i.id = a.incident_id
            """
                    .formatted(
                            SqlPatternHistory.SIGHTING, SqlDeclaredAccounts.ALIAS.formatted("a"));

    // Author by author: joined, it would read whatever was written before.
    private static final String SEEN_BEFORE =
            """
            select r.author
            from (select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb)) as author) r
            cross join lateral (
                select from assessment
                where author_key = r.author and posted_at < cast(cast(:before as text) as timestamptz)
                limit 1) a
            """;

    private static final String JOINED =
            """
            select distinct on (author_key) author_key, invite
            from signal
            where author_key = any (array(select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb))))
              and type = 'member-joined' and at > cast(cast(:since as text) as timestamptz)
            order by author_key, at desc, id
            """;

    @Override
    public Uni<Attacks> attacks(Collection<String> staffIds, Instant since, int most) {
        return Sql.rows(
                        ATTACKS,
                        Map.of(
                                "staff",
                                Sql.json(staffIds),
                                "since",
                                since.toString(),
                                "most",
                                most))
                .map(
                        rows ->
                                new Attacks(
                                        Pasts.of(rows).sightings(),
                                        incidents(rows),
                                        persons(rows)));
    }

    private static Map<String, String> incidents(List<Object[]> rows) {
        return rows.stream()
                .filter(row -> row[INCIDENT] != null)
                .collect(Collectors.toMap(row -> (String) row[1], row -> (String) row[INCIDENT]));
    }

    private static Map<String, String> persons(List<Object[]> rows) {
        return rows.stream()
                .filter(row -> row[ALIAS] != null)
                .collect(
                        Collectors.toMap(
                                row -> (String) row[AUTHOR],
                                row -> SqlDeclaredAccounts.person((String) row[ALIAS]),
                                (one, same) -> one));
    }

    @Override
    public Uni<Set<String>> seenBefore(Collection<String> authors, Instant before) {
        return Sql.column(
                        SEEN_BEFORE,
                        String.class,
                        Map.of("authors", Sql.json(authors), "before", before.toString()))
                .map(HashSet::new);
    }

    @Override
    public Uni<Crowd.Joins> joined(Collection<String> authors, Duration within, Instant now) {
        return Sql.rows(
                        JOINED,
                        Map.of("authors", Sql.json(authors), "since", now.minus(within).toString()))
                .map(rows -> joins(rows, within));
    }

    private static Crowd.Joins joins(List<Object[]> rows, Duration within) {
        Set<String> authors = new HashSet<>();
        Map<String, String> invites = new HashMap<>();
        for (Object[] row : rows) {
            authors.add((String) row[0]);
            if (row[1] != null) {
                invites.put((String) row[0], (String) row[1]);
            }
        }
        return new Crowd.Joins(within, authors, invites);
    }
}
