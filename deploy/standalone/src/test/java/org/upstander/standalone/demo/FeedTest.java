package org.upstander.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final List<FeedPost> FEED = FeedPost.load();
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void holdsAFewHundredPostsOfEveryKind() {
        Map<String, Long> kinds =
                FEED.stream().collect(Collectors.groupingBy(FeedPost::kind, Collectors.counting()));

        assertThat(FEED).hasSizeBetween(300, 400);
        assertThat(kinds)
                .containsOnlyKeys("praise", "question", "chat", "criticism", "attack", "spam");
        assertThat(kinds.get("attack")).isBetween(8L, 30L);
        assertThat(kinds.get("praise")).isGreaterThan(kinds.get("attack"));
        assertThat(kinds.get("criticism")).isGreaterThan(kinds.get("attack"));
    }

    @Test
    void whereverAStartGoesOnAnAttackComesWithinAMinute() {
        List<Integer> attacks = indexesOfAttacks();
        List<Integer> waits = new ArrayList<>();
        for (int i = 1; i < attacks.size(); i++) {
            waits.add(attacks.get(i) - attacks.get(i - 1));
        }

        // At 3.5 s a post, 16 posts take 56 s.
        assertThat(attacks.get(0)).isLessThan(10);
        assertThat(waits).allMatch(wait -> wait <= 16);
    }

    @Test
    void eachAttackOpensAnIncidentOfItsOwn() {
        List<FeedPost> attacks = indexesOfAttacks().stream().map(FEED::get).toList();

        assertThat(attacks).extracting(FeedPost::author).doesNotHaveDuplicates();
    }

    @Test
    void thePostsBelongToTheCommunity() {
        Community community = Community.load();
        List<String> platforms =
                community.staff().stream()
                        .map(member -> member.body().at("/handles/0/platform").asText())
                        .distinct()
                        .toList();

        assertThat(FEED).extracting(FeedPost::source).isSubsetOf(platforms);
        assertThat(community.staff()).hasSize(10);
        assertThat(ids(community.contacts())).contains(Demo.DUTY);
        assertThat(community.staff())
                .allSatisfy(
                        member -> {
                            assertThat(ids(community.contacts()))
                                    .contains(member.body().at("/escalation/contactId").asText());
                            assertThat(ids(community.policies()))
                                    .contains(member.body().at("/escalation/policyId").asText());
                        });
    }

    @Test
    void samePlaceAndRoundIsTheSamePostAnotherRoundIsAnother() {
        FeedPost post = FEED.get(4);

        assertThat(post.toJson(4, 1, NOON)).isEqualTo(post.toJson(4, 1, NOON));
        assertThat(post.toJson(4, 1, NOON).at("/externalId"))
                .isNotEqualTo(post.toJson(4, 2, NOON).at("/externalId"));
        assertThat(post.toJson(4, 1, NOON).at("/author/id"))
                .isNotEqualTo(post.toJson(4, 2, NOON).at("/author/id"));
    }

    @Test
    void idsAreUniqueWithinARound() {
        assertThat(IntStream.range(0, FEED.size()).boxed())
                .extracting(i -> FEED.get(i).toJson(i, 1, NOON).get("externalId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatAPostIsForIsNeverSent() {
        assertThat(FEED.get(4).toJson(4, 1, NOON).toString()).doesNotContain("\"k\"", "kind");
    }

    private static List<Integer> indexesOfAttacks() {
        return IntStream.range(0, FEED.size())
                .filter(i -> FEED.get(i).kind().equals("attack"))
                .boxed()
                .toList();
    }

    private static List<String> ids(List<Community.Item> items) {
        return items.stream().map(Community.Item::id).toList();
    }
}
