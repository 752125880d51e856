package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.domain.Maintenance;
import org.upstander.alert.domain.PagingRules;
import org.upstander.alert.domain.Silence;

/** What a maintenance window must look like to be kept. */
@ApplicationScoped
class MaintenanceRules {

    private static final int MOST = 100;
    private static final int LEAST_SEVERITY = 2;
    private static final int WORST = 4;

    /**
     * @return the window, or empty where something is wrong
     */
    Optional<Maintenance> check(MaintenanceDraft draft, Checks checks) {
        checks.id("/id", draft.id());
        Silence.Matchers matchers = matchers(draft, checks);
        LimitedSpan.check(draft.startsAt(), draft.endsAt(), checks);
        String comment = checks.text("/comment", draft.comment());
        return checks.fine()
                ? Optional.of(
                        new Maintenance(
                                draft.id(),
                                matchers,
                                draft.startsAt(),
                                draft.endsAt(),
                                comment,
                                draft.createdBy()))
                : Optional.empty();
    }

    private static Silence.Matchers matchers(MaintenanceDraft draft, Checks checks) {
        MaintenanceDraft.Matchers named =
                draft.matchers() == null
                        ? new MaintenanceDraft.Matchers(null, null, null, null)
                        : draft.matchers();
        int from = draft.pageFromSeverity() == null ? PagingRules.GRAVE : draft.pageFromSeverity();
        if (from < LEAST_SEVERITY || from > WORST) {
            checks.add(
                    "/pageFromSeverity",
                    "must be %d to %d: what is less grave is held"
                            .formatted(LEAST_SEVERITY, WORST));
        }
        return new Silence.Matchers(
                checks.texts("/matchers/staff", named.staff(), MOST),
                checks.texts("/matchers/authors", named.authors(), MOST),
                checks.texts("/matchers/sources", named.sources(), MOST),
                checks.texts("/matchers/categories", named.categories(), MOST),
                from - 1);
    }
}
