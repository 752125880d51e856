package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of many who attack one person, in whatever order it comes. */
class CrowdPropertiesTest extends AnyHistory {

    private final PileOnPattern pileOn =
            new PileOnPattern(new PileOnPattern.Settings(DAY.multipliedBy(3), 3));

    @Property(tries = 300)
    void aCrowdIsTheSameInWhateverOrderAttacksCome(
            @ForAll("posts") List<Sighting> posts, @ForAll Random random) {
        Set<String> fresh = Set.of("au-1", "au-2");
        List<Crowd.Alike> alike =
                posts.stream()
                        .map(
                                one ->
                                        new Crowd.Alike(
                                                one.id(),
                                                one.author(),
                                                one.source(),
                                                "text:0:" + one.thread()))
                        .toList();
        Crowd inOrder = new Crowd("cm-07", posts, fresh, Set.of(), alike);
        Crowd late =
                new Crowd(
                        "cm-07", shuffled(posts, random), fresh, Set.of(), shuffled(alike, random));
        Campaign campaign = new Campaign(Campaign.Settings.USUAL);

        for (Sighting attack : inOrder.attacks()) {
            assertThat(pileOn.in(late).find(attack)).isEqualTo(pileOn.in(inOrder).find(attack));
        }
        assertThat(campaign.in(late).find(Set.of("text:0:t1", "text:0:t2")))
                .isEqualTo(campaign.in(inOrder).find(Set.of("text:0:t1", "text:0:t2")));
    }

    /** The same as looking at every window that the attack may be in. */
    @Property(tries = 300)
    void aCrowdIsSeenWhereverThereIsOne(@ForAll("posts") List<Sighting> posts) {
        Crowd crowd = new Crowd("cm-07", posts, Set.of(), Set.of(), List.of());

        for (Sighting attack : crowd.attacks()) {
            boolean full =
                    crowd.attacks().stream()
                            .map(Sighting::at)
                            .filter(until -> in(attack, until))
                            .anyMatch(until -> authors(crowd, until) >= 3);

            assertThat(pileOn.in(crowd).find(attack).isPresent()).isEqualTo(full);
        }
    }

    private static boolean in(Sighting attack, Instant until) {
        return attack.at().isAfter(until.minus(DAY.multipliedBy(3))) && !attack.at().isAfter(until);
    }

    private static long authors(Crowd crowd, Instant until) {
        return crowd.attacks().stream()
                .filter(one -> in(one, until))
                .map(Sighting::author)
                .distinct()
                .count();
    }
}
