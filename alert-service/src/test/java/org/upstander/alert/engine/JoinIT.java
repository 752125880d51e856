package org.upstander.alert.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.ForgetInbox;
import org.upstander.infrastructure.InfrastructureResource;

/** Who joins before a pile-on, on real Kafka and PostgreSQL. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class JoinIT extends PatternTestBase {

    private static final String INVITE = "b5f39b08d98547acab15b60a3f1fd936";
    private static final String OTHER = "0c7a4d9be2f0417c8d4a5f6b7c8d9e0f";

    @Inject ForgetInbox forgetInbox;

    @Test
    void aPileOnSaysHowManyJoinedLatelyAndByTheSameInvitation() {
        // Given
        joined("author-0", INVITE, ago(ofHours(5)));
        joined("author-1", INVITE, ago(ofDays(2)));
        joined("author-2", INVITE, ago(ofDays(6)));
        joined("author-3", OTHER, ago(ofDays(1)));
        joined("author-4", null, ago(ofDays(1)));
        joined("author-5", INVITE, ago(ofDays(8)));
        joined("silent", INVITE, ago(ofDays(1)));

        // When
        say(
                IntStream.range(0, 8)
                        .mapToObj(at -> Said.attack("" + at, "author-" + at, ago(ofMinutes(20))))
                        .toArray(Said[]::new));

        // Then
        eventually(
                () ->
                        assertThat(pileOns())
                                .anyMatch(
                                        reason ->
                                                reason.contains(
                                                        "8 of them never seen before, 5 joined within 7 days, 3 by the same invitation. Close")));
        assertThat(pileOns()).noneMatch(reason -> reason.contains(INVITE));
    }

    @Test
    void joinsAloneCallNobody() {
        // Given
        IntStream.range(0, 10).forEach(at -> joined("author-" + at, INVITE, ago(ofMinutes(at))));

        // When
        forward(ofMinutes(11));
        sayAndWait(Said.neutral("1", "author-1", clock.instant(), 0.1));

        // Then
        assertThat(incidents()).isEmpty();
        assertThat(channels.sentTo(mail)).isEmpty();
    }

    @Test
    void aJoinIsForgottenAfterThirtyDays() {
        // Given
        joined("author-0", INVITE, ago(ofDays(30).plusMinutes(1)));
        joined("author-1", INVITE, ago(ofDays(29)));
        moderated("heath", "ban", staffId, ago(ofDays(60)));

        // When
        now(forgetInbox.runOnce());

        // Then
        assertThat(column("select id from signal where id like ? order by id", staffId + "-%"))
                .containsExactly(staffId + "-author-1-joined", staffId + "-heath-ban");
    }

    private List<String> pileOns() {
        return timelines().stream().filter(reason -> reason.contains("Pile-on")).toList();
    }
}
