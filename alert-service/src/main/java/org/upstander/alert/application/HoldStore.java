package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.PileOn;

/** Pages that are held back, and what decides on it. Within the caller's transaction. */
public interface HoldStore extends HeldIncidents {

    /**
     * What holds a page: one of both.
     *
     * @param silence id of a silence, or null
     * @param incident id of a pile-on, or null
     */
    record By(String silence, String incident) {}

    /**
     * A page that waits for something to end.
     *
     * @param pageId of the page
     * @param by what holds it
     * @param dueAt when it is looked at again
     */
    record Hold(String pageId, By by, Instant dueAt) {}

    /** Who wrote in these incidents, by incident. */
    Uni<Map<String, List<Author>>> authors(Collection<String> incidentIds);

    /** Unresolved incidents of these members of staff that are a pile-on and are not held. */
    Uni<List<PileOn>> pileOns(Collection<String> staffIds);

    /** What held these pages when they were looked at before, by page. */
    Uni<Map<String, By>> known(Collection<String> pageIds);

    /** Those of these pages that belong to a run that a missed check-in began. */
    Uni<Set<String>> checkIns(Collection<String> pageIds);

    /** Puts pages that were claimed back, to be looked at again later. */
    Uni<Void> hold(Collection<Hold> holds);

    /** These claimed pages are held no more. */
    Uni<Void> release(Collection<String> pageIds);

    /** The silence changed or is gone: pages that it holds are looked at again now. */
    Uni<Void> silenceChanged(String silenceId, Instant now);
}
