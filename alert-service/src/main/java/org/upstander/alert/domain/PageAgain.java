package org.upstander.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether an attack on somebody who is under attack already calls people again. A rise in
 * severity and a new kind of attack do, whoever acknowledged what was there before; more of the
 * same does not, unless the policy wants a digest.
 */
public final class PageAgain {

    // Near enough to each other that one after the other is more of the same.
    private static final Set<String> MILD = Set.of("insult", "demeaning");

    private PageAgain() {}

    /** What is done. */
    public enum Action {
        /** Nobody is called. */
        NOTHING,
        /** The first page waits no longer. */
        HURRY,
        /** The policy begins again; what was acknowledged is open again. */
        ANEW,
        /** The first step is told how it goes on. */
        DIGEST
    }

    /**
     * @param lastPagedAt when a page fired last; empty when the first one still waits
     * @param digests how many digests fired
     * @param rules of the incident's policy
     */
    public record SoFar(Optional<Instant> lastPagedAt, int digests, PagingRules rules) {}

    /**
     * @param action what is done
     * @param at when
     * @param reason a sentence for the timeline
     */
    public record Decision(Action action, Instant at, String reason) {

        /** Whether the policy begins again. */
        public boolean startsAnew() {
            return action == Action.ANEW;
        }
    }

    /**
     * @param before the incident before these attacks
     * @param after with them
     */
    public static Decision decide(Incident before, Incident after, SoFar soFar, Instant now) {
        if (before.isResolved()) {
            return new Decision(Action.ANEW, now, "Attacked again soon after it was resolved");
        }
        boolean rose = after.severity() > before.severity();
        String rise = "Severity rose from %d to %d".formatted(before.severity(), after.severity());
        if (before.isOpen() && soFar.lastPagedAt().isEmpty()) {
            return rose
                    ? new Decision(Action.HURRY, now, rise)
                    : nothing(now, "The first page is still to come");
        }
        if (rose) {
            return new Decision(Action.ANEW, now, rise);
        }
        Set<String> kinds = new TreeSet<>(after.categories());
        kinds.removeAll(before.categories());
        kinds.removeAll(MILD);
        if (!kinds.isEmpty()) {
            return new Decision(
                    Action.ANEW, now, "A new kind of attack: " + String.join(", ", kinds));
        }
        return before.isOpen() ? goesOn(before, after, soFar, now) : nothing(now, "No worse");
    }

    private static Decision goesOn(Incident before, Incident after, SoFar soFar, Instant now) {
        Optional<Duration> pause = soFar.rules().digestAfter(soFar.digests());
        if (pause.isEmpty() || after.postCount() == before.postCount()) {
            return nothing(now, "No worse");
        }
        Instant due = soFar.lastPagedAt().orElseThrow().plus(pause.get());
        return new Decision(
                Action.DIGEST, due.isAfter(now) ? due : now, "Digest: the attack goes on");
    }

    /**
     * The same where the incident took in others: whoever acknowledged it had not seen what nobody
     * had acknowledged yet, and those pages end with it.
     *
     * @param decision by what the incident is now
     * @param before the incident before
     * @param open whether one of the others called people still
     */
    public static Decision tookIn(Decision decision, Incident before, boolean open, Instant now) {
        return open && !before.isOpen() && !decision.startsAnew()
                ? new Decision(Action.ANEW, now, "It took in what nobody had acknowledged")
                : decision;
    }

    private static Decision nothing(Instant now, String reason) {
        return new Decision(Action.NOTHING, now, reason);
    }
}
