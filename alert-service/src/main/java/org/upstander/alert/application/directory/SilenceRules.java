package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.domain.Silence;

/** What a silence must look like to be kept. */
@ApplicationScoped
class SilenceRules {

    private static final int MOST = 100;
    private static final int WORST = 4;

    /**
     * @return the silence, or empty where something is wrong
     */
    Optional<Silence> check(SilenceDraft draft, Checks checks) {
        checks.id("/id", draft.id());
        Silence.Matchers matchers = matchers(draft.matchers(), checks);
        LimitedSpan.check(draft.startsAt(), draft.endsAt(), checks);
        String comment = checks.text("/comment", draft.comment());
        Silence.Threats threats = threats(draft, checks);
        return checks.fine()
                ? Optional.of(
                        new Silence(
                                draft.id(),
                                matchers,
                                draft.startsAt(),
                                draft.endsAt(),
                                comment,
                                threats,
                                draft.createdBy()))
                : Optional.empty();
    }

    private static Silence.Matchers matchers(SilenceDraft.Matchers given, Checks checks) {
        SilenceDraft.Matchers named =
                given == null ? new SilenceDraft.Matchers(null, null, null, null, null) : given;
        int upTo = named.severityUpTo() == null ? WORST : named.severityUpTo();
        if (upTo < 1 || upTo > WORST) {
            checks.add("/matchers/severityUpTo", "must be 1 to %d".formatted(WORST));
        }
        Silence.Matchers matchers =
                new Silence.Matchers(
                        checks.texts("/matchers/staff", named.staff(), MOST),
                        checks.texts("/matchers/authors", named.authors(), MOST),
                        checks.texts("/matchers/sources", named.sources(), MOST),
                        checks.texts("/matchers/categories", named.categories(), MOST),
                        upTo);
        if (matchers.matchEverybody()) {
            checks.add(
                    "/matchers",
                    "would silence everybody; name at least one of staff, authors, sources");
        }
        return matchers;
    }

    private static Silence.Threats threats(SilenceDraft draft, Checks checks) {
        boolean included = Boolean.TRUE.equals(draft.includeThreats());
        if (included) {
            return new Silence.Threats(true, checks.text("/threatsReason", draft.threatsReason()));
        }
        if (draft.threatsReason() != null) {
            checks.add("/threatsReason", "goes with includeThreats true only; leave it out");
        }
        return new Silence.Threats(false, null);
    }
}
