package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Takes the pages that are due, and puts back what a silence or a pile-on holds. */
@ApplicationScoped
class DuePages {

    private final PageStore pages;
    private final HoldPages holdPages;
    private final EngineSettings settings;

    DuePages(PageStore pages, HoldPages holdPages, EngineSettings settings) {
        this.pages = pages;
        this.holdPages = holdPages;
        this.settings = settings;
    }

    /**
     * @param free to fire now
     * @param taken how many were due, with those that were put back
     */
    record Round(List<PageStore.DuePage> free, int taken) {}

    /** Within the caller's transaction. */
    Uni<Round> take(Instant now) {
        return pages.claimDue(now, settings.pagesAtOnce())
                .chain(
                        due ->
                                due.isEmpty()
                                        ? Uni.createFrom().item(new Round(due, 0))
                                        : holdPages
                                                .free(due, now)
                                                .map(free -> new Round(free, due.size())));
    }
}
