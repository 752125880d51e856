package org.upstander.alert.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.alert.application.IncidentStore;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;

@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<IncidentRow, String>, IncidentStore {

    private static final String OWNERS =
            """
            select key, incident_id from incident_key
            where key in (select jsonb_array_elements_text(cast(cast(:keys as text) as jsonb)))
            """;

    private static final String MEMBERS =
            """
            select incident_id, post_id from incident_post
            where incident_id in (select jsonb_array_elements_text(cast(cast(:incidents as text) as jsonb)))
              and post_id in (select jsonb_array_elements_text(cast(cast(:members as text) as jsonb)))
            union all
            select incident_id, author_key from incident_author
            where incident_id in (select jsonb_array_elements_text(cast(cast(:incidents as text) as jsonb)))
              and author_key in (select jsonb_array_elements_text(cast(cast(:members as text) as jsonb)))
            """;

    private static final String LOCK_ALL =
            """
            select id from incident
            where id in (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))
            order by id for no key update
            """;

    private final IncidentParts parts;

    IncidentRepository(IncidentParts parts) {
        this.parts = parts;
    }

    @Override
    public Uni<Grouping.Known> known(List<Assessment> attacks, Instant resolvedSince) {
        Set<String> keys =
                attacks.stream()
                        .flatMap(attack -> GroupKey.of(attack).stream())
                        .map(GroupKey::value)
                        .collect(Collectors.toSet());
        return Sql.rows(OWNERS, Map.of("keys", Sql.json(keys)))
                .chain(
                        rows -> {
                            Map<GroupKey, String> owners = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            owners.put(
                                                    new GroupKey((String) row[0]),
                                                    (String) row[1]));
                            return known(attacks, owners, resolvedSince);
                        });
    }

    private Uni<Grouping.Known> known(
            List<Assessment> attacks, Map<GroupKey, String> owners, Instant resolvedSince) {
        if (owners.isEmpty()) {
            return Uni.createFrom().item(Grouping.Known.NOTHING);
        }
        Set<String> ids = new HashSet<>(owners.values());
        return list("id in ?1 and (state <> 'resolved' or resolvedAt > ?2)", ids, resolvedSince)
                .chain(
                        live ->
                                members(attacks, ids)
                                        .map(
                                                members ->
                                                        new Grouping.Known(
                                                                live.stream()
                                                                        .map(IncidentRow::toDomain)
                                                                        .toList(),
                                                                owners,
                                                                members)));
    }

    private static Uni<Set<Grouping.Member>> members(List<Assessment> attacks, Set<String> ids) {
        Collection<String> members =
                attacks.stream()
                        .map(Assessment::post)
                        .flatMap(post -> Stream.of(post.id(), post.author().key(post.source())))
                        .collect(Collectors.toSet());
        return Sql.rows(MEMBERS, Map.of("incidents", Sql.json(ids), "members", Sql.json(members)))
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Grouping.Member(
                                                                (String) row[0], (String) row[1]))
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> save(List<Grouping.Change> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .onItem()
                .transformToUniAndConcatenate(this::save)
                .collect()
                .asList()
                .call(this::flush)
                .chain(() -> parts.save(changes));
    }

    private Uni<IncidentRow> save(Grouping.Change change) {
        if (change.opened()) {
            return persist(IncidentRow.of(change.incident()));
        }
        // Read by known() in this session: the version it had then is what the update requires.
        return findById(change.incident().id()).invoke(row -> row.take(change.incident()));
    }

    @Override
    public Uni<Optional<Incident>> lock(String incidentId) {
        return Sql.column(
                        "select id from incident where id = :id for no key update",
                        String.class,
                        Map.of("id", incidentId))
                .chain(() -> findById(incidentId))
                .map(row -> Optional.ofNullable(row).map(IncidentRow::toDomain));
    }

    @Override
    public Uni<List<Incident>> lock(Set<String> incidentIds) {
        return Sql.column(LOCK_ALL, String.class, Map.of("ids", Sql.json(incidentIds)))
                .chain(locked -> locked.isEmpty() ? noRows() : list("id in ?1", locked))
                .map(rows -> rows.stream().map(IncidentRow::toDomain).toList());
    }

    private static Uni<List<IncidentRow>> noRows() {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> saveState(Incident incident) {
        return findById(incident.id())
                .invoke(row -> row.take(incident.state()))
                .call(this::flush)
                .replaceWithVoid();
    }
}
