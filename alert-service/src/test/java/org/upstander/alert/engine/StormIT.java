package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Step;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.PagingRules;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** Very many posts on one person. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class StormIT extends EngineTestBase {

    private static final int POSTS = 20_000;
    private static final double COMMITS_PER_POST = 0.02;

    private void digestEvery(Duration interval) {
        directory.policy(
                staffId,
                new EscalationPolicy(
                        "p",
                        "P",
                        List.of(new Step(Duration.ZERO, List.of(new Target.StaffContact()))),
                        0,
                        ofMinutes(10),
                        null,
                        new PagingRules(Duration.ZERO, interval, null, 1, Map.of())));
    }

    private AssessmentEvent[] storm(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> posts.attack("p" + i, "author" + i % 2_000, "t1"))
                .toArray(AssessmentEvent[]::new);
    }

    private int recorded() {
        List<String> count = column("select post_count from incident where staff_id = ?", staffId);
        return count.isEmpty() ? 0 : Integer.parseInt(count.get(0));
    }

    private void untilRecorded(int count) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(recorded()).isEqualTo(count));
    }

    private static long writingTransactions() {
        return Long.parseLong(column("select pg_current_xact_id()::text").get(0));
    }

    @Test
    void aStormIsOnePageAtOnceThenDigestsAndFewTransactions() {
        // Given
        digestEvery(ofMinutes(10));
        long before = writingTransactions();

        // When
        publish(storm(0, POSTS));
        untilRecorded(POSTS);

        // Then
        assertThat(writingTransactions() - before).isLessThan((long) (POSTS * COMMITS_PER_POST));
        assertThat(channels.sentTo(mail)).hasSize(1);
        forward(ofMinutes(10));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
        Message.IncidentPage digest = (Message.IncidentPage) channels.sentTo(mail).get(1).message();
        assertThat(digest.reason()).isEqualTo("Digest: the attack goes on");
        assertThat(digest.postCount()).isEqualTo(POSTS);
        assertThat(digest.authorCount()).isEqualTo(2_000);

        // The next one comes after twice as long.
        publish(storm(POSTS, POSTS + 10));
        untilRecorded(POSTS + 10);
        forward(ofMinutes(19));
        publishAndWaitForAll();
        assertThat(channels.sentTo(mail)).hasSize(2);
        forward(ofMinutes(1));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(3));
    }
}
