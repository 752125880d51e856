package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.Deliver;
import org.upstander.alert.application.Escalate;
import org.upstander.alert.application.RecordAssessments;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.Verdict;

/** Attacks that are recorded directly, and work of several instances at the same time. */
abstract class RaceTestBase extends EngineTestBase {

    @Inject RecordAssessments recordAssessments;
    @Inject Escalate escalate;
    @Inject Deliver deliver;

    Assessment attack(String id) {
        return new Assessment(
                staffId + "-" + id,
                staffId,
                new Assessment.Post(
                        id,
                        "r1",
                        "forum",
                        id,
                        new Author("heath", null, null),
                        "t1",
                        null,
                        null,
                        Instant.now(),
                        "text",
                        null),
                Verdict.ATTACK,
                2,
                0.9,
                List.of("insult"),
                "name",
                List.of(),
                false,
                "en",
                "m",
                Instant.now(),
                null);
    }

    static void together(List<Uni<?>> work) {
        now(
                Uni.join()
                        .all(
                                work.stream()
                                        .map(one -> one.onItem().ignore().andContinueWithNull())
                                        .toList())
                        .andCollectFailures());
    }

    /** Pages the contact of the member of staff at once and three times more, one minute apart. */
    void pageEachMinute() {
        directory.policy(
                staffId,
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(new Step(Duration.ZERO, List.of(new Target.StaffContact()))),
                        3,
                        ofMinutes(1),
                        null));
    }
}
