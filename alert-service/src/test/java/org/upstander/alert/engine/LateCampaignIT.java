package org.upstander.alert.engine;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.infrastructure.InfrastructureResource;

/**
 * One text on three sources, in whatever order it comes: posts of different threads go different
 * ways, so the third author of one source may come before the first of another.
 */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LateCampaignIT extends PatternTestBase {

    private static final String SMEAR =
            "Dana Okafor takes money from the players she lets win, she is a corrupt liar and"
                    + " everybody in the scene has known it for years. Share this";

    /** Two of one source first: neither source nor number makes a campaign of them yet. */
    @ParameterizedTest
    @ValueSource(strings = {"04123", "13024", "40312", "31420", "01234", "43210"})
    void oneAfterAnotherItIsOneIncident(String order) {
        // When
        inOrder(order).forEach(this::sayAndWait);

        // Then
        assertThat(live()).containsExactly("2 campaign 5 posts, 5 authors, chat+forum+news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01234", "04123", "43210"})
    void inOneGoItIsOneIncident(String order) {
        // When
        sayAndWait(inOrder(order).toArray(Said[]::new));

        // Then
        assertThat(live()).containsExactly("2 campaign 5 posts, 5 authors, chat+forum+news");
    }

    private List<Said> inOrder(String order) {
        List<Said> posts =
                List.of(
                        smear("ash", "forum", ago(ofHours(28)), "."),
                        smear("brim", "news", ago(ofHours(25)), "!"),
                        smear("cole", "chat", ago(ofMinutes(750)), ""),
                        smear("dune", "news", ago(ofHours(9)), " now"),
                        smear("elm", "forum", clock.instant(), "!!"));
        return order.chars().mapToObj(at -> posts.get(at - '0')).toList();
    }

    private static Said smear(String author, String source, Instant at, String end) {
        return Said.attack(author, author, at).on(source).saying(SMEAR + end);
    }
}
