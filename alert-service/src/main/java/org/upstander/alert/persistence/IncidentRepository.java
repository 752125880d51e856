package org.upstander.alert.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
import org.upstander.alert.domain.Ties;

@ApplicationScoped
class IncidentRepository implements PanacheRepositoryBase<IncidentRow, String>, IncidentStore {

    private static final String OWNERS =
            """
            select key, incident_id from incident_key
            where key = any (array(select jsonb_array_elements_text(cast(cast(:keys as text) as jsonb))))
            """;

    // Looked up one by one: an incident may have a hundred thousand posts.
    private static final String MEMBERS =
            """
            select r.incident_id, r.key
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (incident_id text, key text)
            where exists (select from incident_post p
                          where p.incident_id = r.incident_id and p.post_id = r.key)
               or exists (select from incident_author a
                          where a.incident_id = r.incident_id and a.author_key = r.key)
            """;

    private static final String LOCK_ALL =
            """
            select id from incident
            where id = any (array(select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb))))
            order by id for no key update
            """;

    @Override
    public Uni<Grouping.Known> known(List<Assessment> attacks, Ties ties, Instant resolvedSince) {
        Set<GroupKey> groups =
                attacks.stream()
                        .flatMap(attack -> GroupKey.of(attack).stream())
                        .collect(Collectors.toSet());
        return owners(groups).chain(owners -> known(attacks, owners, ties, resolvedSince));
    }

    @Override
    public Uni<Grouping.Known> owning(Set<GroupKey> groups, Instant resolvedSince) {
        return owners(groups).chain(owners -> known(List.of(), owners, Ties.NONE, resolvedSince));
    }

    private static Uni<Map<GroupKey, String>> owners(Set<GroupKey> groups) {
        Set<String> keys = groups.stream().map(GroupKey::value).collect(Collectors.toSet());
        return Sql.rows(OWNERS, Map.of("keys", Sql.json(keys)))
                .map(
                        rows -> {
                            Map<GroupKey, String> owners = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            owners.put(
                                                    new GroupKey((String) row[0]),
                                                    (String) row[1]));
                            return owners;
                        });
    }

    private Uni<Grouping.Known> known(
            List<Assessment> attacks,
            Map<GroupKey, String> owners,
            Ties ties,
            Instant resolvedSince) {
        Set<String> ids = new HashSet<>(owners.values());
        ids.addAll(ties.owners().values());
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Grouping.Known.NOTHING);
        }
        return list("id in ?1 and (state <> 'resolved' or resolvedAt > ?2)", ids, resolvedSince)
                .chain(
                        live ->
                                members(attacks, live)
                                        .map(
                                                members ->
                                                        new Grouping.Known(
                                                                live.stream()
                                                                        .map(IncidentRow::toDomain)
                                                                        .toList(),
                                                                owners,
                                                                members)));
    }

    /** An attack may join any incident of the person whom it is on. */
    private static Uni<Set<Grouping.Member>> members(
            List<Assessment> attacks, List<IncidentRow> live) {
        Set<Grouping.Member> candidates = new HashSet<>();
        for (IncidentRow incident : live) {
            attacks.stream()
                    .filter(attack -> attack.staffId().equals(incident.staffId))
                    .map(Assessment::post)
                    .flatMap(post -> Stream.of(post.id(), post.author().key(post.source())))
                    .forEach(key -> candidates.add(new Grouping.Member(incident.id, key)));
        }
        return Sql.rows(MEMBERS, Map.of("rows", Sql.json(candidates)))
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
                .chain(() -> IncidentKeys.save(changes));
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
