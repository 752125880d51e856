package org.upstander.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.ContactInbox;

@ApplicationScoped
class SqlContactInbox implements ContactInbox {

    // The contact stays locked, so that it cannot go between being found and being named.
    private static final String INSERT =
            """
            with owner as (select id from contact where id = :contact for key share)
            insert into contact_inbox (id, contact_id, incident_id, at, severity, title, facts, expires_at)
            select r.id, owner.id, r.incident_id, r.at, r.severity, r.title, r.facts, r.expires_at
            from owner, jsonb_to_record(cast(cast(:row as text) as jsonb)) as r (id text, incident_id text,
                at timestamptz, severity smallint, title text, facts jsonb, expires_at timestamptz)
            on conflict (id) do update set id = excluded.id
            """;

    private static final String READ =
            """
            update contact_inbox set read_at = coalesce(read_at, cast(cast(:at as text) as timestamptz))
            where id = :id
              and contact_id = any (array(select jsonb_array_elements_text(cast(cast(:contacts as text) as jsonb))))
            """;

    private static final String FORGET =
            """
            delete from contact_inbox
            where at < cast(cast(:before as text) as timestamptz)
              or expires_at < cast(cast(:now as text) as timestamptz)
            """;

    private record Row(
            String id,
            String incidentId,
            Instant at,
            int severity,
            String title,
            List<Fact> facts,
            Instant expiresAt) {}

    @Override
    public Uni<Boolean> add(Entry entry) {
        Row row =
                new Row(
                        entry.id(),
                        entry.incidentId(),
                        entry.at(),
                        entry.severity(),
                        entry.title(),
                        entry.facts(),
                        entry.expiresAt());
        return Sql.update(INSERT, Map.of("contact", entry.contactId(), "row", Sql.json(row)))
                .map(rows -> rows > 0);
    }

    @Override
    public Uni<Boolean> read(Collection<String> contactIds, String id, Instant at) {
        return Sql.update(
                        READ,
                        Map.of("contacts", Sql.json(contactIds), "id", id, "at", at.toString()))
                .map(rows -> rows > 0);
    }

    @Override
    public Uni<Integer> forget(Instant before, Instant now) {
        return Sql.update(FORGET, Map.of("before", before.toString(), "now", now.toString()));
    }
}
