package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.PageAgain;
import org.upstander.alert.domain.PageAgain.Decision;
import org.upstander.alert.domain.PileOn;
import org.upstander.alert.domain.pattern.PatternKind;

/** Calls whoever is responsible, and calls again as {@link PageAgain} decides. */
final class Pager {

    private final Rows rows;

    Pager(Rows rows) {
        this.rows = rows;
    }

    void opened(Incident incident, Instant now) {
        page(incident, now);
    }

    void grew(Incident before, Incident after, Instant now) {
        grew(before, after, false, now);
    }

    /**
     * @param open whether it took in one that called people still
     */
    void grew(Incident before, Incident after, boolean open, Instant now) {
        List<Instant> pages = rows.folder(after.id()).pages;
        Optional<Instant> last =
                pages.isEmpty() ? Optional.empty() : Optional.of(pages.get(pages.size() - 1));
        Decision decision =
                PageAgain.tookIn(
                        PageAgain.decide(
                                before, after, new PageAgain.SoFar(last, 0, Rules.PAGING), now),
                        before,
                        open,
                        now);
        if (decision.startsAnew()) {
            rows.incidents.put(after.id(), after.in(new IncidentState.Open()));
            page(after, now);
        }
    }

    /** Pages that were held and need not be any longer. */
    void free(Instant now) {
        for (Incident incident : List.copyOf(rows.incidents.values())) {
            if (rows.folder(incident.id()).held && (!incident.isOpen() || !isHeld(incident))) {
                rows.folder(incident.id()).held = false;
                if (incident.isOpen()) {
                    rows.folder(incident.id()).pages.add(now);
                }
            }
        }
    }

    private void page(Incident incident, Instant now) {
        if (isHeld(incident)) {
            rows.folder(incident.id()).held = true;
        } else {
            rows.folder(incident.id()).pages.add(now);
        }
    }

    /** Whether a pile-on on the same person is paged for instead. */
    private boolean isHeld(Incident incident) {
        return rows.incidents.values().stream()
                .filter(
                        one ->
                                !one.isResolved()
                                        && rows.folder(one.id())
                                                .patterns
                                                .contains(PatternKind.PILE_ON))
                .map(
                        one ->
                                new PileOn(
                                        one.id(),
                                        one.staffId(),
                                        one.severity(),
                                        one.openedAt(),
                                        one.lastActivityAt()))
                .anyMatch(one -> one.inhibits(incident, Rules.WINDOW));
    }
}
