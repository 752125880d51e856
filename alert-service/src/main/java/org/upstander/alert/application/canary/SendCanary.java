package org.upstander.alert.application.canary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.canary.Outlets.CanaryDoor;
import org.upstander.alert.application.directory.RosterEvents;
import org.upstander.alert.domain.Canary;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.StaffProfile;

/**
 * Posts a canary through the front door, as any feed would. The member of staff whom it names is
 * put on the roster topic and nowhere else, and again as long as none comes back: the topic may
 * have lost its data, or the key may be another.
 */
@ApplicationScoped
class SendCanary {

    private final CanaryStore store;
    private final CanarySeals seals;
    private final CanaryDoor door;
    private final RosterEvents roster;
    private final CanarySettings settings;
    private final CanaryMetrics metrics;
    private final Failures failures = new Failures("canary not taken by ingest-service");

    SendCanary(
            CanaryStore store,
            CanarySeals seals,
            CanaryDoor door,
            RosterEvents roster,
            CanarySettings settings,
            CanaryMetrics metrics) {
        this.store = store;
        this.seals = seals;
        this.door = door;
        this.roster = roster;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Takes the turn, within the caller's transaction. */
    Uni<Boolean> claim(Canary canary, Instant now) {
        return store.claimPost(now, settings.every())
                .call(ours -> ours ? enrol(canary, now) : Uni.createFrom().voidItem());
    }

    private Uni<Void> enrol(Canary canary, Instant now) {
        return canary.isYoung(now, settings.youngWithin())
                ? Uni.createFrom().voidItem()
                : roster.changed(member(), now);
    }

    /** After the commit. */
    Uni<DeliveryResult> post(Instant now) {
        return door.post(seals.seal(now), "@" + seals.handle(), now)
                .invoke(metrics::posted)
                .invoke(failures::note);
    }

    /** Called by nothing but the account: a name or title could stand in somebody's post. */
    private StaffProfile member() {
        String handle = seals.handle();
        return new StaffProfile(
                new StaffMember(
                        Canary.STAFF_ID,
                        handle,
                        List.of(),
                        List.of(new StaffMember.Handle(Canary.SOURCE, handle)),
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null),
                List.of());
    }
}
