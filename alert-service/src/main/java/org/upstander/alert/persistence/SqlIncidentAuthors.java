package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.IncidentAuthors;
import org.upstander.alert.application.ModerationActions;
import org.upstander.alert.domain.StaffMember;

@ApplicationScoped
class SqlIncidentAuthors implements IncidentAuthors, ModerationActions {

    private static final String ACCOUNTS =
            """
            jsonb_to_recordset(cast(cast(:accounts as text) as jsonb)) as s (platform text, handle text)
            """;

    // An author is known by id or handle; a handle may have changed from post to post, and an
    // account that a post names by id only may have had its handle elsewhere.
    private static final String WROTE_IN =
            """
            with account as (
                select source, author_key, author_id, handle from incident_author
                where incident_id = :incident and coalesce(author_id, handle) is not null),
            name as (
                select source, handle as name from account
                union select source, author_id from account
                union select source, author_handle from evidence where incident_id = :incident
                union select a.source, o.handle from account a join incident_author o using (author_key)
                union select a.source, o.author_handle from account a join signal o using (author_key))
            select count(*) from name n join %s
              on lower(n.source) = lower(s.platform) and lower(n.name) = lower(s.handle)
            """
                    .formatted(ACCOUNTS);

    // Who reports an action may leave out the source: then the handle decides.
    private static final String MODERATED_BY =
            """
            with account as (
                select i.incident_id, i.source, i.author_key, i.handle, cast(r.value as timestamptz) as since
                from jsonb_each_text(cast(cast(:since as text) as jsonb)) as r (key, value)
                join incident_author i on i.incident_id = r.key
                where coalesce(i.author_id, i.handle) is not null)
            select distinct a.incident_id, s.by_staff
            from account a cross join lateral (
                select by_staff from signal
                where author_key = a.author_key
                  and type = 'moderation-action' and by_staff is not null and at >= a.since
                union
                select by_staff from signal
                where lower(author_handle) = lower(a.handle) and coalesce(source, a.source) = a.source
                  and type = 'moderation-action' and by_staff is not null and at >= a.since) s
            """;

    private static final String AGAINST =
            """
            select distinct m.by_staff from signal m join %s
              on lower(m.author_handle) = lower(s.handle)
              and lower(coalesce(m.source, s.platform)) = lower(s.platform)
            where m.type = 'moderation-action' and m.by_staff is not null
              and m.at >= cast(cast(:since as text) as timestamptz)
            """
                    .formatted(ACCOUNTS);

    @Override
    public Uni<Boolean> wroteIn(String incidentId, List<StaffMember.Handle> accounts) {
        return accounts.isEmpty()
                ? Uni.createFrom().item(false)
                : Sql.column(
                                WROTE_IN,
                                Long.class,
                                Map.of("accounts", Sql.json(accounts), "incident", incidentId))
                        .map(count -> count.get(0) > 0);
    }

    @Override
    public Uni<Map<String, Set<String>>> moderatedBy(Map<String, Instant> since) {
        return Sql.rows(MODERATED_BY, Map.of("since", Sql.json(since)))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        row -> (String) row[0],
                                                        Collectors.mapping(
                                                                row -> (String) row[1],
                                                                Collectors.toSet()))));
    }

    @Override
    public Uni<Set<String>> against(List<StaffMember.Handle> accounts, Instant since) {
        return Sql.column(
                        AGAINST,
                        String.class,
                        Map.of("accounts", Sql.json(accounts), "since", since.toString()))
                .map(Set::copyOf);
    }
}
