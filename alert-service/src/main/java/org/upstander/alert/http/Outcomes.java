package org.upstander.alert.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.Transition;
import org.upstander.alert.application.reading.IncidentReader;
import org.upstander.alert.application.reading.IncidentView;

/** What whoever did something with an incident is answered. */
@ApplicationScoped
class Outcomes {

    private final IncidentReader incidents;

    Outcomes(IncidentReader incidents) {
        this.incidents = incidents;
    }

    /** The incident as it is now, or the problem that names what would have done. */
    Uni<IncidentView> after(String id, Transition done) {
        if (done instanceof Transition.NotFound) {
            return Uni.createFrom().failure(Problems.notFound("incident", id).get());
        }
        if (done instanceof Transition.ReasonMissing missing) {
            return Uni.createFrom().failure(reasonMissing(missing.incident().severity()));
        }
        if (done instanceof Transition.Unfit unfit) {
            return Uni.createFrom()
                    .failure(
                            Problems.unfit(
                                    "Nothing was changed",
                                    (unfit.field() + " " + unfit.reason()).strip()));
        }
        return incidents
                .find(id)
                .map(found -> found.orElseThrow(Problems.notFound("incident", id)));
    }

    private static HttpProblem reasonMissing(int severity) {
        return Problems.unfit(
                "Nobody called",
                ("The incident has severity %d. From 3 on it is closed once somebody acknowledged it with"
                                + " /kind called or safe; or say in /reason why that is not needed.")
                        .formatted(severity));
    }
}
