package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.noise.RollUp;

/** Counts what is said about staff, in the transaction that records it. */
@ApplicationScoped
public class CountMentions {

    private final MentionStore mentions;
    private final NoiseWatchStore watches;
    private final NoiseSettings settings;

    CountMentions(MentionStore mentions, NoiseWatchStore watches, NoiseSettings settings) {
        this.mentions = mentions;
        this.watches = watches;
        this.settings = settings;
    }

    /**
     * Within the caller's transaction. Of whoever was attacked it is looked soon whether that is
     * more than usual.
     *
     * @param fresh never recorded before, at least one
     */
    public Uni<Void> in(Collection<Assessment> fresh, Instant now) {
        List<RollUp> rollUps = RollUp.of(fresh, now);
        Set<String> attacked =
                rollUps.stream()
                        .filter(one -> one.mentions().attack() > 0)
                        .map(RollUp::staffId)
                        .collect(Collectors.toSet());
        return mentions.add(rollUps)
                .chain(
                        () ->
                                attacked.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : watches.look(attacked, now.plus(settings.lookAfter())));
    }
}
