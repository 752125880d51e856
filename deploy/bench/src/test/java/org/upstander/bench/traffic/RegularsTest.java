package org.upstander.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RegularsTest {

    private static final List<Person> STAFF = Staff.of(100, 61);
    private static final List<Mention> MENTIONS =
            LongStream.range(0, 20_000).mapToObj(new Regulars(STAFF)::mention).toList();

    @Test
    void theSameNumberMakesTheSame() {
        assertThat(new Regulars(STAFF).mention(77)).isEqualTo(MENTIONS.get(77));
    }

    @Test
    void aTenthIsAnAttackAndHalfOfTheseSayTheSame() {
        assertThat(share(Mention::isAttack)).isCloseTo(0.1, within(0.01));
        assertThat(share(one -> AssessmentRecord.TEXT.equals(one.text())))
                .isCloseTo(0.05, within(0.01));
    }

    @Test
    void mostIsWrittenByRegularsAndEachOfThemWritesOfOnePerson() {
        List<Mention> byRegulars =
                MENTIONS.stream().filter(one -> one.author() < Regulars.COUNT).toList();
        Map<Long, Set<String>> people =
                byRegulars.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Mention::author,
                                        Collectors.mapping(Mention::staffId, Collectors.toSet())));

        assertThat(byRegulars).hasSizeBetween(17_600, 18_400);
        assertThat(people.keySet()).hasSize(Regulars.COUNT);
        assertThat(people.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    @Test
    void onlyWhoeverDoesNotLetGoAttacksAndNeverThanks() {
        assertThat(MENTIONS)
                .filteredOn(one -> one.author() < Regulars.COUNT)
                .allSatisfy(
                        one -> {
                            boolean hostile = Regulars.isHostile((int) one.author());
                            assertThat(one.isAttack() && !hostile).isFalse();
                            assertThat(one.verdict().equals("supportive") && hostile).isFalse();
                        });
    }

    @Test
    void newcomersWhoSayTheSameAreAfterOnePerson() {
        assertThat(MENTIONS)
                .filteredOn(one -> one.author() >= Regulars.COUNT)
                .filteredOn(one -> AssessmentRecord.TEXT.equals(one.text()))
                .hasSizeBetween(400, 600)
                .extracting(Mention::staffId)
                .containsOnly(new Regulars(STAFF).whom(9).staffId());
    }

    @Test
    void onlyAnAttackHasText() {
        assertThat(MENTIONS)
                .allSatisfy(one -> assertThat(one.text() != null).isEqualTo(one.isAttack()));
    }

    private static double share(Predicate<Mention> which) {
        return MENTIONS.stream().filter(which).count() / (double) MENTIONS.size();
    }
}
