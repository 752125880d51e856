package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.upstander.alert.application.pattern.PatternMarks;
import org.upstander.alert.domain.pattern.Encounter;

@ApplicationScoped
class SqlPatternMarks implements PatternMarks {

    // In a storm of texts that are nearly alike each has marks of its own: the newest say enough.
    // An attack is looked up once, and travels once, with all marks that it shares. An exists would
    // be answered by a hash of all that were moderated.
    static final String ALIKE =
            """
            select m.staff_id, m.assessment_id, m.author_key, m.source, m.marks,
                cast(extract(epoch from m.at) * 1000000 as bigint), a.incident_id,
                %s,
                (select true from signal s where s.author_key = m.author_key and s.type = 'moderation-action'
                    and s.at > cast(cast(:moderated_since as text) as timestamptz) limit 1)
            from (
                select staff_id, assessment_id, author_key, source, at, string_agg(mark, ' ') as marks
                from (
                    select m.* from (select jsonb_array_elements_text(cast(cast(:marks as text) as jsonb)) as mark) r
                    cross join lateral (
                        select * from pattern_mark
                        where mark = r.mark and at > cast(cast(:since as text) as timestamptz)
                        order by at desc, assessment_id limit %d) m
                    order by m.at desc, m.assessment_id, m.mark limit 1000) m
                group by assessment_id, staff_id, author_key, source, at) m
            cross join lateral (select incident_id from assessment where id = m.assessment_id offset 0) a
            order by m.at desc, m.assessment_id
            """
                    .formatted(SqlDeclaredAccounts.ALIAS.formatted("m"), MOST);

    private static final String OF_KEPT =
            """
            select staff_id, assessment_id, author_key, source, mark,
                cast(extract(epoch from at) * 1000000 as bigint)
            from pattern_mark
            where assessment_id = any (array(
                select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            """;

    private static final String SHARING =
            """
            with these as materialized (
                select distinct staff_id, mark, author_key from pattern_mark
                where assessment_id = any (array(
                    select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            )
            select distinct author_key from these
            where (staff_id, mark) in (select staff_id, mark from these group by staff_id, mark having count(*) > 1)
            """;

    private static final String ADD =
            """
            insert into pattern_mark (mark, assessment_id, staff_id, author_key, source, at)
            select mark, assessment_id, staff_id, author, source, at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (mark text,
                assessment_id text, staff_id text, author text, source text, at timestamptz)
            order by mark, assessment_id
            on conflict do nothing
            """;

    private static final String ACTS =
            """
            select author_key, action, by_staff, at from signal
            where author_key = any (array(select jsonb_array_elements_text(cast(cast(:authors as text) as jsonb))))
              and type = 'moderation-action' and at > cast(cast(:since as text) as timestamptz)
            """;

    @Override
    public Uni<List<Marked>> alike(
            Collection<String> marks, Instant since, Instant moderatedSince) {
        return Sql.rows(
                        ALIKE,
                        Map.of(
                                "marks", Sql.json(marks),
                                "since", since.toString(),
                                "moderated_since", moderatedSince.toString()))
                .map(rows -> rows.stream().flatMap(SqlPatternMarks::marked).toList());
    }

    @Override
    public Uni<List<Marked>> ofKept(Collection<String> assessmentIds) {
        return Sql.rows(OF_KEPT, Map.of("ids", Sql.json(assessmentIds)))
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Marked(
                                                                (String) row[0],
                                                                (String) row[1],
                                                                (String) row[2],
                                                                (String) row[3],
                                                                (String) row[4],
                                                                Pasts.micros(row[5])))
                                        .toList());
    }

    @Override
    public Uni<Set<String>> sharing(Collection<String> assessmentIds) {
        return Sql.column(SHARING, String.class, Map.of("ids", Sql.json(assessmentIds)))
                .map(Set::copyOf);
    }

    /** One for each mark; marks have no blanks in them. */
    private static Stream<Marked> marked(Object[] row) {
        String person = row[7] == null ? null : SqlDeclaredAccounts.person((String) row[7]);
        return Arrays.stream(((String) row[4]).split(" "))
                .map(
                        mark ->
                                new Marked(
                                        (String) row[0],
                                        (String) row[1],
                                        (String) row[2],
                                        (String) row[3],
                                        mark,
                                        Pasts.micros(row[5]),
                                        (String) row[6],
                                        person,
                                        row[8] != null));
    }

    @Override
    public Uni<Void> add(Collection<Marked> marks) {
        return Sql.update(ADD, Map.of("rows", Sql.json(marks))).replaceWithVoid();
    }

    @Override
    public Uni<Map<String, List<Encounter.Act>>> actsAgainst(
            Collection<String> authors, Instant since) {
        return Sql.rows(ACTS, Map.of("authors", Sql.json(authors), "since", since.toString()))
                .map(
                        rows -> {
                            Map<String, List<Encounter.Act>> acts = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            acts.computeIfAbsent(
                                                            (String) row[0],
                                                            author -> new ArrayList<>())
                                                    .add(
                                                            new Encounter.Act(
                                                                    (String) row[1],
                                                                    (String) row[2],
                                                                    Sql.time(row[3]),
                                                                    null)));
                            return acts;
                        });
    }
}
