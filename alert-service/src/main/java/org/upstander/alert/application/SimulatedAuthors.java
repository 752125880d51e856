package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.StaffMember;

/** The authors of an incident that does not exist; what was done against them is real. */
final class SimulatedAuthors implements IncidentAuthors {

    private final List<StaffMember.Handle> authors;
    private final ModerationActions actions;

    SimulatedAuthors(List<StaffMember.Handle> authors, ModerationActions actions) {
        this.authors = authors;
        this.actions = actions;
    }

    @Override
    public Uni<Boolean> wroteIn(String incidentId, List<StaffMember.Handle> accounts) {
        return Uni.createFrom().item(accounts.stream().anyMatch(this::isAuthor));
    }

    @Override
    public Uni<Map<String, Set<String>>> moderatedBy(Map<String, Instant> since) {
        Map<String, Set<String>> found = new HashMap<>();
        return Multi.createFrom()
                .iterable(since.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                actions.against(authors, one.getValue())
                                        .invoke(who -> found.put(one.getKey(), who)))
                .collect()
                .asList()
                .replaceWith(found);
    }

    private boolean isAuthor(StaffMember.Handle account) {
        return authors.stream()
                .anyMatch(
                        author ->
                                folded(author.platform()).equals(folded(account.platform()))
                                        && folded(author.handle())
                                                .equals(folded(account.handle())));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
