package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.StaffMember;

/** Finds attacks that are grave enough to call somebody. */
@ApplicationScoped
class CallingAttacks {

    private final Directory directory;
    private final EngineSettings settings;

    CallingAttacks(Directory directory, EngineSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    /** One severity earlier on a junior. */
    Uni<List<Assessment>> among(List<Assessment> weighed) {
        int bar = settings.pageFromSeverity();
        Set<String> almost =
                weighed.stream()
                        .filter(one -> bar > 1 && !one.pages(bar) && one.pages(bar - 1))
                        .map(Assessment::staffId)
                        .collect(Collectors.toSet());
        return juniors(almost)
                .map(
                        juniors ->
                                weighed.stream()
                                        .filter(
                                                one ->
                                                        one.pages(bar)
                                                                || one.pages(bar - 1)
                                                                        && juniors.contains(
                                                                                one.staffId()))
                                        .toList());
    }

    private Uni<Void> preloaded(Set<String> staffIds) {
        return staffIds.size() > 1 ? directory.preload(staffIds) : Uni.createFrom().voidItem();
    }

    private Uni<Set<String>> juniors(Set<String> staffIds) {
        return preloaded(staffIds)
                .onItem()
                .transformToMulti(ready -> Multi.createFrom().iterable(staffIds))
                .onItem()
                .transformToUniAndConcatenate(directory::staff)
                .filter(staff -> staff.filter(StaffMember::junior).isPresent())
                .map(staff -> staff.get().id())
                .collect()
                .asSet();
    }
}
