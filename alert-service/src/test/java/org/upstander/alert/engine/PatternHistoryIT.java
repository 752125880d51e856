package org.upstander.alert.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.pattern.Pair;
import org.upstander.alert.application.pattern.PatternHistory;
import org.upstander.alert.application.pattern.PatternHistory.Extent;
import org.upstander.alert.application.pattern.PatternHistory.Past;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.pattern.Sighting;
import org.upstander.infrastructure.InfrastructureResource;

/** What is read of authors' pasts, of many at once and of a few. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class PatternHistoryIT extends PatternTestBase {

    @Inject PatternHistory history;
    @Inject Transactions transactions;

    /** One for weeks, one in an afternoon, one in an afternoon after a moderation action. */
    @BeforeEach
    void write() {
        moderated("moderated", "remove-post", null, ago(ofDays(4)));
        sayAndWait(
                Said.neutral("1", "lasting", ago(ofDays(3)), 0.1),
                Said.neutral("2", "lasting", ago(ofHours(1)), 0.1),
                Said.neutral("3", "brief", ago(ofHours(3)), 0.1),
                Said.neutral("4", "brief", ago(ofHours(1)), 0.1),
                Said.neutral("5", "moderated", ago(ofHours(2)), 0.1));
    }

    @Test
    void ofManyThePostsAreLeftOutThatSayNothing() {
        Map<Pair, Past> past = past(Set.of());

        assertThat(past).containsOnlyKeys(pair("lasting"), pair("moderated"));
        assertThat(past.get(pair("lasting")).sightings()).hasSize(2);
        assertThat(past.get(pair("moderated")).sightings()).hasSize(1);
        assertThat(past.get(pair("moderated")).acts()).hasSize(1);
    }

    @Test
    void ofWhomItIsAskedForAllIsRead() {
        Map<Pair, Past> past = past(Set.of(pair("brief")));

        assertThat(past).containsOnlyKeys(pair("lasting"), pair("brief"), pair("moderated"));
        assertThat(past.get(pair("brief")).sightings()).hasSize(2);
    }

    @Test
    void askedForAllOfAllItIsTheSame() {
        Map<Pair, Past> whole = past(Set.copyOf(all()));

        assertThat(whole).isEqualTo(past(Set.of(pair("brief"))));
    }

    @Test
    void attacksThatWereToldWithoutTheIdAreFoundByTheHandle() {
        // Given
        Pair pair = pair("rowan");
        sayAndWait(
                Said.attack("6", "@rowan", ago(ofHours(3))),
                Said.attack("7", "rowan", ago(ofHours(2))),
                Said.neutral("8", "@rowan", ago(ofHours(1)), 0.1));

        // Then: what has the pair's key is part of its past already
        assertThat(attacksByHandle(pair)).containsExactly(staffId + "-6-r1");
        assertThat(attacksByHandle(new Pair(staffId, "@", "forum", null, pair.handle())))
                .containsExactly(staffId + "-7-r1", staffId + "-6-r1");
        assertThat(attacksByHandle(new Pair(staffId, "other", "chat", null, pair.handle())))
                .isEmpty();
    }

    @Test
    void ofTwoWhoHaveAnIdItDecides() {
        // Given
        sayAndWait(Said.attack("6", "rowan", ago(ofHours(2))));

        // Then
        assertThat(
                        attacksByHandle(
                                new Pair(
                                        staffId,
                                        "other",
                                        "forum",
                                        "other",
                                        pair("rowan").handle())))
                .isEmpty();
    }

    private List<String> attacksByHandle(Pair pair) {
        return now(transactions.run(() -> history.attacksByHandle(pair, ago(ofDays(30)), 9)))
                .stream()
                .map(Sighting::id)
                .toList();
    }

    private Map<Pair, Past> past(Set<Pair> whole) {
        Extent extent = new Extent(ago(ofDays(30)), ago(ofDays(90)), 200, ago(ofDays(2)), whole);
        return now(transactions.run(() -> history.of(all(), extent)));
    }

    private List<Pair> all() {
        return List.of(pair("lasting"), pair("brief"), pair("moderated"), pair("nobody"));
    }

    private Pair pair(String name) {
        String own = author(name).id();
        return new Pair(staffId, new Author(own, own, null).key("forum"), "forum", own, own);
    }
}
