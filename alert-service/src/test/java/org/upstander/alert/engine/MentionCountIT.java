package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.RecordAssessments;
import org.upstander.alert.application.StoreConflict;
import org.upstander.alert.application.UnstorableData;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Verdict;
import org.upstander.infrastructure.InfrastructureResource;

/** The roll-ups are what a count over all assessments gives, however these came. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class MentionCountIT extends EngineTestBase {

    private static final String COUNTED =
            """
            select date_trunc('%1$s', least(posted_at, recorded_at), 'UTC') || ' ' || source || ' '
                || count(*) filter (where verdict = 'supportive' and not spam) || ' '
                || count(*) filter (where verdict = 'neutral' and not spam) || ' '
                || count(*) filter (where verdict = 'criticism' and not spam) || ' '
                || count(*) filter (where verdict = 'attack' and not spam) || ' '
                || count(*) filter (where spam)
            from assessment where staff_id = ?
            group by date_trunc('%1$s', least(posted_at, recorded_at), 'UTC'), source order by 1
            """;

    private static final String ROLLED_UP =
            """
            select %1$s || ' ' || source || ' ' || supportive || ' ' || neutral || ' ' || criticism || ' ' || attack
                || ' ' || spam
            from mention_%1$s where staff_id = ? order by 1
            """;

    @Inject RecordAssessments recordAssessments;

    @Test
    void rollUpsAreTheCountOverTheTableAfterDuplicatesBatchesAndOutOfOrderArrival() {
        // Given: two days around midnight, some posts from the future, each at least twice
        Random random = new Random(42);
        List<Assessment> all = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            all.add(assessment(staffId, number, random));
        }
        List<Assessment> sent = new ArrayList<>(all);
        sent.addAll(all);
        sent.addAll(all.subList(0, 100));
        Collections.shuffle(sent, random);

        // When
        for (int at = 0; at < sent.size(); at += 37) {
            now(recorded(sent.subList(at, Math.min(at + 37, sent.size()))));
        }

        // Then
        assertThat(column("select id from assessment where staff_id = ?", staffId)).hasSize(300);
        assertThat(rolledUp(staffId, "hour")).hasSizeGreaterThan(40);
        isTheCount(staffId);
    }

    @Test
    void twoInstancesCountTheSamePeopleAtTheSameTimeAndNeitherWaitsForever() {
        // Given: batches of both people, in one order and in the other
        String other = staffId + "-b";
        Random random = new Random(7);
        List<Uni<?>> work = new ArrayList<>();
        for (int batch = 0; batch < 24; batch++) {
            List<Assessment> some = new ArrayList<>();
            for (int number = 0; number < 12; number++) {
                String staff = (number + batch) % 2 == 0 ? staffId : other;
                some.add(assessment(staff, batch * 100 + number, random));
            }
            work.add(recorded(some));
        }

        // When
        RaceTestBase.together(work);

        // Then
        for (String staff : List.of(staffId, other)) {
            assertThat(column("select id from assessment where staff_id = ?", staff)).hasSize(144);
            isTheCount(staff);
        }
    }

    @Test
    void whatIsNotRecordedIsNotCounted() {
        // Given: PostgreSQL knows no time so long ago
        Assessment fine = assessment(staffId, 1, new Random(1));
        Assessment unfit = assessment(staffId, 2, new Random(1), Instant.MIN);

        // When
        assertThatThrownBy(() -> now(recordAssessments.record(List.of(fine, unfit))))
                .isInstanceOf(UnstorableData.class);

        // Then
        assertThat(rolledUp(staffId, "hour")).isEmpty();
        assertThat(column("select id from assessment where staff_id = ?", staffId)).isEmpty();
    }

    private static void isTheCount(String staff) {
        for (String size : List.of("hour", "day")) {
            assertThat(rolledUp(staff, size))
                    .as(size)
                    .isEqualTo(column(COUNTED.formatted(size), staff));
        }
    }

    private static List<String> rolledUp(String staff, String size) {
        return column(ROLLED_UP.formatted(size), staff);
    }

    /** As a consumer does it: a lost race runs again. */
    private Uni<Void> recorded(List<Assessment> some) {
        return recordAssessments
                .record(some)
                .onFailure(StoreConflict.class)
                .retry()
                .withBackOff(Duration.ofMillis(5), Duration.ofMillis(50))
                .atMost(100);
    }

    private static Assessment assessment(String staff, int number, Random random) {
        return assessment(
                staff,
                number,
                random,
                Instant.now()
                        .truncatedTo(ChronoUnit.MILLIS)
                        .minus(Duration.ofMinutes(random.nextInt(48 * 60) - 90)));
    }

    private static Assessment assessment(String staff, int number, Random random, Instant posted) {
        Verdict verdict = Verdict.values()[random.nextInt(4)];
        String id = staff + "-" + number;
        return new Assessment(
                id,
                staff,
                new Assessment.Post(
                        id,
                        "r1",
                        random.nextBoolean() ? "forum" : "chat",
                        id,
                        new Author("author-" + random.nextInt(6), null, null),
                        "t" + random.nextInt(4),
                        null,
                        null,
                        posted,
                        null,
                        null),
                verdict,
                verdict == Verdict.ATTACK ? 2 : 0,
                0.9,
                List.of(),
                "name",
                List.of(),
                random.nextInt(10) == 0,
                "en",
                "m",
                Instant.now(),
                null);
    }
}
