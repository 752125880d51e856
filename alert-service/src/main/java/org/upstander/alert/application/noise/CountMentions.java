package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.noise.RollUp;

/** Counts what is said about staff, in the transaction that records it. */
@ApplicationScoped
public class CountMentions {

    private final MentionStore mentions;

    CountMentions(MentionStore mentions) {
        this.mentions = mentions;
    }

    /**
     * Within the caller's transaction.
     *
     * @param fresh never recorded before, at least one
     */
    public Uni<Void> in(Collection<Assessment> fresh, Instant now) {
        return mentions.add(RollUp.of(fresh, now));
    }
}
