package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.EventMode;

/** What an event mode must look like to be kept. */
@ApplicationScoped
class EventModeRules {

    private static final int MOST = 100;

    /**
     * @return the mode, or empty where something is wrong
     */
    Optional<EventMode> check(EventModeDraft draft, Checks checks) {
        checks.id("/id", draft.id());
        Optional<EventMode.Kind> kind = EventMode.Kind.of(draft.kind());
        if (kind.isEmpty()) {
            checks.add("/kind", "must be competition or ban_wave");
        }
        List<String> staff = checks.texts("/staff", draft.staff(), MOST);
        List<String> sources = checks.texts("/sources", draft.sources(), MOST);
        if (staff.isEmpty() && sources.isEmpty()) {
            checks.add("/staff", "would concern everybody; name at least one of staff, sources");
        }
        LimitedSpan.check(draft.startsAt(), draft.endsAt(), checks);
        String comment = checks.text("/comment", draft.comment());
        return checks.fine()
                ? Optional.of(
                        new EventMode(
                                draft.id(),
                                kind.orElseThrow(),
                                staff,
                                sources,
                                draft.startsAt(),
                                draft.endsAt(),
                                comment,
                                draft.createdBy()))
                : Optional.empty();
    }
}
