package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.PolicyLint;
import org.upstander.alert.domain.Reachable;
import org.upstander.alert.domain.schedule.Schedule;

/** Looks up whom a policy names, and says what would keep a page from arriving. */
@Singleton
class PolicyWarnings {

    static final Duration AHEAD = Duration.ofDays(14);

    private final DirectoryStores stores;
    private final ServedChannels served;
    private final LastResort lastResort;
    private final Clock clock;

    PolicyWarnings(
            DirectoryStores stores, ServedChannels served, LastResort lastResort, Clock clock) {
        this.stores = stores;
        this.served = served;
        this.lastResort = lastResort;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    Uni<List<Violation>> of(EscalationPolicy asKept) {
        EscalationPolicy policy = lastResort.of(asKept);
        List<Violation> missing = new ArrayList<>();
        return known(policy, Set.of(), missing)
                .map(
                        known -> {
                            Instant now = clock.instant();
                            List<Violation> out = new ArrayList<>();
                            PolicyLint.of(policy, known, now, now.plus(AHEAD))
                                    .forEach(
                                            one ->
                                                    out.add(
                                                            new Violation(
                                                                    one.pointer(), one.detail())));
                            out.addAll(missing);
                            return List.copyOf(out);
                        });
    }

    /**
     * Whom a policy names, as far as there is such a one. Within the caller's transaction.
     *
     * @param others further contacts to look up
     * @param missing gets what the policy names and nobody knows
     */
    Uni<Reachable> known(EscalationPolicy policy, Set<String> others, List<Violation> missing) {
        Map<String, Contact> contacts = new HashMap<>();
        Map<String, Schedule> schedules = new HashMap<>();
        Set<String> named = PolicyDirectory.contactsOf(policy);
        return look(named, stores.contacts(), "contacts", contacts::put, missing)
                .chain(
                        () ->
                                look(
                                        policy.schedules(),
                                        stores.schedules(),
                                        "schedules",
                                        schedules::put,
                                        missing))
                .chain(
                        () -> {
                            Set<String> rest = new LinkedHashSet<>(others);
                            schedules.values().forEach(one -> rest.addAll(one.contacts()));
                            rest.removeAll(named);
                            return look(
                                    rest,
                                    stores.contacts(),
                                    "contacts",
                                    contacts::put,
                                    new ArrayList<>());
                        })
                .map(done -> new Reachable(contacts, schedules, served.all()));
    }

    private static <T> Uni<Void> look(
            Set<String> ids,
            DirectoryStore<T> store,
            String path,
            BiConsumer<String, T> found,
            List<Violation> missing) {
        return Sequence.of(
                List.copyOf(ids),
                id ->
                        store.find(id)
                                .invoke(
                                        entry -> {
                                            if (entry.isPresent()) {
                                                found.accept(id, entry.get().value());
                                            } else {
                                                missing.add(Missing.warning(id, "/steps", path));
                                            }
                                        })
                                .replaceWithVoid());
    }
}
