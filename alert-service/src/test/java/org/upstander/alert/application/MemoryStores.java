package org.upstander.alert.application;

import static org.upstander.alert.application.MemoryEngine.done;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.EscalationPolicy.Position;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;

/** The tables of the engine as lists and maps, with what their statements do to them. */
final class MemoryStores {

    final Map<String, Incident> incidents = new LinkedHashMap<>();
    final Map<GroupKey, String> keys = new TreeMap<>();
    final Map<String, Assessment> posts = new TreeMap<>();
    final Map<String, String> incidentOf = new TreeMap<>();
    final List<Page> pages = new ArrayList<>();

    record Page(
            String incidentId,
            Position position,
            Instant dueAt,
            String state,
            Instant firedAt,
            boolean digest,
            boolean alone) {

        boolean pending() {
            return state.equals("pending");
        }

        Page in(String next, Instant at) {
            return new Page(incidentId, position, dueAt, next, at, digest, alone);
        }
    }

    void add(String id, Position position, Instant dueAt, boolean digest, boolean alone) {
        pages.add(new Page(id, position, dueAt, "pending", null, digest, alone));
    }

    void fire(Page page, Instant now) {
        pages.replaceAll(one -> one.equals(page) ? page.in("fired", now) : one);
    }

    private List<Page> of(String incidentId) {
        return pages.stream().filter(page -> page.incidentId().equals(incidentId)).toList();
    }

    /** Ports by their methods: what a test does not need fails. */
    @FunctionalInterface
    interface Calls {
        Object call(String method, Object[] arguments);
    }

    static <T> T port(Class<T> type, Calls calls) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> calls.call(method.getName(), arguments)));
    }

    static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }

    IncidentStore incidentStore() {
        return port(
                IncidentStore.class,
                (method, in) ->
                        switch (method) {
                            case "known" -> item(known((Instant) in[2]));
                            case "save" -> done(() -> save(list(in[0])));
                            case "lock" ->
                                    in[0] instanceof String id
                                            ? item(Optional.ofNullable(incidents.get(id)))
                                            : item(locked((Set<?>) in[0]));
                            case "saveState" -> done(() -> state((Incident) in[0]));
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> list(Object argument) {
        return new ArrayList<>((Collection<T>) argument);
    }

    private List<Incident> locked(Set<?> ids) {
        return ids.stream().map(incidents::get).filter(one -> one != null).toList();
    }

    private void state(Incident incident) {
        incidents.computeIfPresent(incident.id(), (id, known) -> known.in(incident.state()));
    }

    private Grouping.Known known(Instant resolvedSince) {
        Set<Grouping.Member> members = new HashSet<>();
        posts.forEach(
                (post, attack) -> {
                    String id = incidentOf.get(post);
                    members.add(new Grouping.Member(id, post));
                    members.add(new Grouping.Member(id, attack.post().author().key("forum")));
                });
        List<Incident> live =
                incidents.values().stream()
                        .filter(
                                one ->
                                        !(one.state() instanceof IncidentState.Resolved resolved)
                                                || resolved.at().isAfter(resolvedSince))
                        .toList();
        return new Grouping.Known(live, keys, members);
    }

    private void save(List<Grouping.Change> changes) {
        for (Grouping.Change change : changes) {
            String id = change.incident().id();
            incidents.put(id, change.incident());
            change.groups().keySet().forEach(group -> keys.put(group, id));
            for (Assessment attack : change.attacks()) {
                posts.put(attack.post().id(), attack);
                incidentOf.put(attack.post().id(), id);
            }
        }
    }

    PageStore pageStore() {
        return port(
                PageStore.class,
                (method, in) ->
                        switch (method) {
                            case "schedule" -> {
                                List<PageStore.NewPage> all = list(in[0]);
                                all.forEach(
                                        one ->
                                                add(
                                                        one.incidentId(),
                                                        one.position(),
                                                        one.dueAt(),
                                                        false,
                                                        false));
                                yield item(null);
                            }
                            case "bringForward" -> item(true);
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    RunStore runStore() {
        return port(
                RunStore.class,
                (method, in) ->
                        switch (method) {
                            case "soFar" -> {
                                Map<String, RunStore.SoFar> all = new HashMap<>();
                                MemoryStores.<String>list(in[0])
                                        .forEach(id -> all.put(id, soFar(id)));
                                yield item(all);
                            }
                            case "begin" ->
                                    done(
                                            () ->
                                                    MemoryStores.<RunStore.Run>list(in[0])
                                                            .forEach(this::begin));
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    private RunStore.SoFar soFar(String id) {
        List<Page> fired = of(id).stream().filter(page -> page.state().equals("fired")).toList();
        return new RunStore.SoFar(
                fired.stream().map(Page::firedAt).max(Instant::compareTo),
                (int) fired.stream().filter(Page::digest).count(),
                Optional.of(MemoryEngine.POLICY));
    }

    private void begin(RunStore.Run run) {
        List<Page> own = of(run.incidentId());
        List<Page> pending = own.stream().filter(Page::pending).toList();
        if (run.digest() && pending.stream().anyMatch(Page::digest)) {
            return;
        }
        int last = own.stream().mapToInt(page -> page.position().run()).max().orElse(0);
        boolean alone = run.digest() || pending.stream().anyMatch(page -> !page.digest());
        Position position = new Position(last + 1, 0, run.from());
        add(run.incidentId(), position, run.dueAt(), run.digest(), alone);
    }

    DeliveryStore deliveryStore() {
        return port(
                DeliveryStore.class,
                (method, in) ->
                        done(
                                () ->
                                        pages.replaceAll(
                                                page ->
                                                        page.pending()
                                                                        && page.incidentId()
                                                                                .equals(in[0])
                                                                ? page.in("cancelled", null)
                                                                : page)));
    }

    List<Assessment> postsOf(String incidentId) {
        return posts.values().stream()
                .filter(attack -> incidentOf.get(attack.post().id()).equals(incidentId))
                .toList();
    }
}
