package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.notice.FirstCalled;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.StaffMember;

/** Has the contacts of somebody told that they are attacked more than usual. Never the target. */
@ApplicationScoped
class TellOfExcursion {

    private final Directory directory;
    private final FirstCalled firstCalled;
    private final NoiseNoticeStore notices;

    TellOfExcursion(Directory directory, FirstCalled firstCalled, NoiseNoticeStore notices) {
        this.directory = directory;
        this.firstCalled = firstCalled;
        this.notices = notices;
    }

    /** How many are told. Within the caller's transaction. */
    Uni<Integer> tell(StaffMember member, NoiseNoticeStore.Said said, Instant now) {
        return directory
                .policyFor(member)
                .chain(policy -> firstCalled.of(member, policy, now))
                .chain(ids -> others(member, ids))
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(0) : notices.add(said, ids));
    }

    private Uni<List<String>> others(StaffMember member, List<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(directory::contact)
                .filter(found -> found.filter(one -> !one.belongsTo(member)).isPresent())
                .map(Optional::get)
                .map(Contact::id)
                .collect()
                .asList();
    }
}
