package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.upstander.alert.domain.EventBar;

/** What event modes did to assessments. Within the caller's transaction. */
public interface EventModeEffects {

    /**
     * One assessment that counted otherwise than it would have.
     *
     * @param assessmentId which
     * @param staffId who is meant; not needed to keep it
     * @param effect what was done
     * @param reason a sentence
     * @param at when
     */
    record Done(String assessmentId, String staffId, String effect, String reason, Instant at) {}

    /**
     * @param held how many opened no incident
     * @param raised how many weighed more
     * @param latest of both, newest first
     */
    record Report(long held, long raised, List<Done> latest) {}

    Uni<Void> add(Collection<EventBar.Decision> decisions, Instant now);

    /**
     * @param latest at most so many
     */
    Uni<Report> report(String modeId, int latest);
}
