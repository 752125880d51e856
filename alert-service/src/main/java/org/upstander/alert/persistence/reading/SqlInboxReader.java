package org.upstander.alert.persistence.reading;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.upstander.alert.application.ContactInbox;
import org.upstander.alert.application.Links;
import org.upstander.alert.application.reading.InboxReader;
import org.upstander.alert.application.reading.InboxView;
import org.upstander.alert.application.reading.Place;
import org.upstander.alert.application.reading.Query;
import org.upstander.alert.application.reading.Slice;

@ApplicationScoped
class SqlInboxReader implements InboxReader {

    // As Contact.person() has it.
    private static final String OF_PERSON =
            "select id from contact where coalesce(document::json ->> 'staffId', id) = $1 order by id";

    private static final String CONTACT = "select id from contact where id = $1";

    private static final String ENTRIES =
            """
            select id, contact_id, at, read_at, incident_id, severity, title, facts::text as fact_list
            from contact_inbox where %s order by at desc, id desc limit %s
            """;

    private final Rows rows;
    private final Links links;

    SqlInboxReader(Rows rows, Links links) {
        this.rows = rows;
        this.links = links;
    }

    @Override
    public Uni<List<String>> contactsOf(String person) {
        return rows.list(OF_PERSON, List.of(person), row -> row.getString("id"));
    }

    @Override
    public Uni<List<String>> contact(String id) {
        return rows.list(CONTACT, List.of(id), row -> row.getString("id"));
    }

    @Override
    public Uni<Slice<InboxView>> entries(Query<Filter> query) {
        Filter filter = query.filter();
        Conditions where =
                new Conditions()
                        .and("contact_id = any (?)", filter.contactIds().toArray(String[]::new))
                        .and("(expires_at is null or expires_at > ?)", filter.now())
                        .onlyIf(filter.unreadOnly(), "read_at is null");
        query.after().ifPresent(p -> where.behind("at", "id", p.at(), p.id()));
        String limit = where.place(query.limit() + 1);
        return rows.list(ENTRIES.formatted(where.sql(), limit), where.values(), this::view)
                .map(
                        found ->
                                Rows.slice(
                                        found,
                                        query.limit(),
                                        last -> new Place(last.at(), last.id())));
    }

    private InboxView view(Row row) {
        String incidentId = row.getString("incident_id");
        int severity = row.getInteger("severity");
        return new InboxView(
                row.getString("id"),
                row.getString("contact_id"),
                Rows.time(row, "at"),
                Rows.time(row, "read_at"),
                incidentId,
                severity == 0 ? null : severity,
                row.getString("title"),
                facts(row.getString("fact_list")),
                incidentId == null ? null : links.incident(incidentId));
    }

    private static List<ContactInbox.Fact> facts(String json) {
        return new JsonArray(json)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(
                                fact ->
                                        new ContactInbox.Fact(
                                                fact.getString("label"), fact.getString("value")))
                        .toList();
    }
}
