package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.pattern.Crowd.Alike;

/** The same grievance by three authors, or in two places. */
class CampaignTest {

    private static final Set<String> MARKS = Set.of("link:9", "text:0:a", "text:1:b");

    private final Campaign campaign = new Campaign(Campaign.Settings.USUAL);

    @Test
    void itTakesThreeAuthorsInOnePlace() {
        Alike first = alike("a1", "au-1", "forum", "text:0:a");
        Alike second = alike("a2", "au-2", "forum", "text:0:a");
        Alike again = alike("a3", "au-2", "forum", "text:0:a");

        assertThat(find(first, second, again)).isEmpty();
        assertThat(find(first, second, again, alike("a4", "au-3", "forum", "text:0:a")))
                .contains(
                        new Finding(
                                PatternKind.CAMPAIGN,
                                2,
                                "Campaign: much the same text by 3 authors on forum",
                                List.of("a1", "a2", "a3", "a4")));
    }

    @Test
    void orTwoPlaces() {
        assertThat(
                        find(
                                alike("a2", "au-1", "news", "link:9"),
                                alike("a1", "au-1", "forum", "link:9")))
                .contains(
                        new Finding(
                                PatternKind.CAMPAIGN,
                                2,
                                "Campaign: the same link by 1 author on forum, news",
                                List.of("a1", "a2")));
    }

    @Test
    void whatTheAttackDoesNotShareDoesNotCount() {
        assertThat(
                        find(
                                alike("a1", "au-1", "forum", "text:0:a"),
                                alike("a2", "au-2", "news", "text:0:z"),
                                alike("a3", "au-3", "news", "link:8")))
                .isEmpty();
    }

    /** Of two that were changed a little this one has the one mark, that one the other. */
    @Test
    void marksOfATextAreOneTextButTwoLinksAreTwo() {
        assertThat(
                        find(
                                alike("a1", "au-1", "forum", "text:0:a"),
                                alike("a1", "au-1", "forum", "text:1:b"),
                                alike("a2", "au-2", "forum", "text:0:a"),
                                alike("a3", "au-3", "forum", "text:1:b")))
                .get()
                .returns(List.of("a1", "a2", "a3"), Finding::made);
        assertThat(
                        campaign.in(
                                        crowd(
                                                List.of(
                                                        alike("a1", "au-1", "forum", "link:8"),
                                                        alike("a1", "au-1", "forum", "link:9"),
                                                        alike("a2", "au-2", "forum", "link:8"),
                                                        alike("a3", "au-3", "forum", "link:9"))))
                                .find(Set.of("link:8", "link:9")))
                .isEmpty();
    }

    @Test
    void theOldestIsNamedFirst() {
        Sighting older = post("z-older").attack(2).at("2026-11-20T12:00:00Z").seen();
        Sighting newer = post("b-newer").attack(2).at("2026-11-21T12:00:00Z").seen();
        List<Alike> alike =
                List.of(
                        alike("b-newer", "au-1", "forum", "text:0:a"),
                        alike("z-older", "au-2", "forum", "text:0:a"),
                        alike("n-beyond", "au-3", "forum", "text:0:a"));

        assertThat(
                        campaign.in(
                                        new Crowd(
                                                "cm-07",
                                                List.of(newer, older),
                                                Set.of(),
                                                Set.of(),
                                                alike))
                                .find(MARKS))
                .get()
                .returns(List.of("n-beyond", "z-older", "b-newer"), Finding::made);
    }

    @Test
    void whoeverHasNoMarkIsNoneOfIt() {
        assertThat(
                        campaign.in(
                                        crowd(
                                                List.of(
                                                        alike("a1", "au-1", "forum", "text:0:a"),
                                                        alike("a2", "au-2", "news", "text:0:a"))))
                                .find(Set.of()))
                .isEmpty();
    }

    private Optional<Finding> find(Alike... alike) {
        return campaign.in(crowd(List.of(alike))).find(MARKS);
    }

    private static Crowd crowd(List<Alike> alike) {
        return new Crowd("cm-07", List.of(), Set.of(), Set.of(), alike);
    }

    private static Alike alike(String id, String author, String source, String mark) {
        return new Alike(id, author, source, mark);
    }
}
