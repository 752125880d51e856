package org.upstander.alert.domain.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Verdict;

/** What holds of roll-ups whatever comes, in whatever order and batches. */
class RollUpPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:30:00Z");

    private record Sample(String staff, String source, Verdict verdict, boolean spam, int minutes) {

        Assessment assessment(int number) {
            return new Assessment(
                    "as" + number,
                    staff,
                    new Assessment.Post(
                            "po" + number,
                            "r1",
                            source,
                            "ext" + number,
                            new Author("a", null, null),
                            null,
                            null,
                            null,
                            NOW.plus(Duration.ofMinutes(minutes)),
                            null,
                            null),
                    verdict,
                    verdict == Verdict.ATTACK ? 2 : 0,
                    0.5,
                    List.of(),
                    "name",
                    List.of(),
                    spam,
                    null,
                    "m",
                    NOW,
                    null);
        }
    }

    private record Cell(String staff, String source, Instant hour) {}

    @Provide
    Arbitrary<List<Assessment>> assessments() {
        return Combinators.combine(
                        Arbitraries.of("s1", "s2"),
                        Arbitraries.of("forum", "chat"),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(-400, 120))
                .as(Sample::new)
                .list()
                .ofMaxSize(60)
                .map(
                        samples -> {
                            List<Assessment> all = new ArrayList<>();
                            samples.forEach(one -> all.add(one.assessment(all.size())));
                            return all;
                        });
    }

    @Property
    void whatIsRolledUpInPartsAndOutOfOrderIsWhatWasPosted(
            @ForAll("assessments") List<Assessment> all,
            @ForAll @IntRange(min = 1, max = 9) int batch,
            @ForAll long seed) {
        // Given
        List<Assessment> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));

        // When
        List<RollUp> parts = new ArrayList<>();
        for (int at = 0; at < shuffled.size(); at += batch) {
            parts.addAll(
                    RollUp.of(shuffled.subList(at, Math.min(at + batch, shuffled.size())), NOW));
        }

        // Then
        Map<Cell, Mentions> sums =
                parts.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> new Cell(one.staffId(), one.source(), one.hour()),
                                        RollUp::mentions,
                                        Mentions::plus));
        for (Assessment one : all) {
            Instant posted = one.post().postedAt();
            Cell cell =
                    new Cell(
                            one.staffId(),
                            one.post().source(),
                            posted.isAfter(NOW)
                                    ? Instant.parse("2026-11-23T12:00:00Z")
                                    : posted.truncatedTo(ChronoUnit.HOURS));
            sums.computeIfPresent(cell, (key, sum) -> sum.minus(Mentions.of(one)));
        }
        assertThat(sums.values()).allMatch(Mentions.NONE::equals);
    }

    @Property
    void eachKeyComesOnceAndNoHourIsInTheFuture(@ForAll("assessments") List<Assessment> all) {
        List<RollUp> rollUps = RollUp.of(all, NOW);

        assertThat(rollUps)
                .extracting(one -> new Cell(one.staffId(), one.source(), one.hour()))
                .doesNotHaveDuplicates();
        assertThat(rollUps).noneMatch(one -> one.hour().isAfter(NOW));
        assertThat(
                        rollUps.stream()
                                .mapToLong(one -> one.mentions().judged() + one.mentions().spam())
                                .sum())
                .isEqualTo(all.size());
    }
}
