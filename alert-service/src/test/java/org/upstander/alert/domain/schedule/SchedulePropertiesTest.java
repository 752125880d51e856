package org.upstander.alert.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.upstander.alert.domain.Zones;

class SchedulePropertiesTest {

    private static final LocalDateTime YEAR_2000 = LocalDateTime.parse("2000-01-01T00:00");
    private static final long MINUTES = Duration.ofDays(38 * 365L).toMinutes();

    @Provide
    Arbitrary<Layer> layers() {
        return Combinators.combine(
                        Arbitraries.of(Unit.values()),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.longs().between(0, MINUTES),
                        Arbitraries.integers().between(1, 7))
                .as(
                        (every, length, minutes, people) ->
                                new Layer(
                                        every,
                                        length,
                                        YEAR_2000.plusMinutes(minutes),
                                        IntStream.range(0, people)
                                                .mapToObj(i -> "ct-" + i)
                                                .toList(),
                                        List.of()));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(Zones.all());
    }

    @Property
    void fromItsStartOnALayerHasExactlyOneContactAndBeforeItNobody(
            @ForAll("layers") Layer layer,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 0, max = 40L * 365 * 24 * 3600) long seconds) {
        Instant start = WallTime.instant(layer.start(), zone);

        assertThat(layer.onCall(start.plusSeconds(seconds), zone))
                .get()
                .satisfies(id -> assertThat(layer.contacts()).contains(id));
        assertThat(layer.onCall(start, zone)).contains(layer.contacts().get(0));
        assertThat(layer.onCall(start.minusNanos(1).minusSeconds(seconds), zone)).isEmpty();
    }

    /** Hand-offs only go forward, each turn is the next one's neighbour, and the last wraps. */
    @Property
    void turnsFollowOneAnotherWithoutHoleAndWrap(
            @ForAll("layers") Layer layer,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 0, max = 20L * 365) long days) {
        Schedule schedule = new Schedule("s", "S", zone, List.of(layer), List.of(), List.of());
        Instant from = WallTime.instant(layer.start(), zone).plus(Duration.ofDays(days));
        Instant to = from.plus(Duration.ofDays(60));

        List<Span> spans = schedule.spans(from, to);

        assertThat(spans.get(0).from()).isEqualTo(from);
        assertThat(spans.get(spans.size() - 1).to()).isEqualTo(to);
        for (int i = 0; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isBefore(spans.get(i).to());
            assertThat(spans.get(i).contacts()).hasSize(1);
            if (i > 0) {
                assertThat(spans.get(i).from()).isEqualTo(spans.get(i - 1).to());
                int step =
                        layer.contacts().indexOf(spans.get(i).contacts().get(0))
                                - layer.contacts().indexOf(spans.get(i - 1).contacts().get(0));
                // An hour that the clock leaps over takes its turn with it.
                assertThat(Math.floorMod(step, layer.contacts().size()))
                        .isBetween(1, layer.every() == Unit.HOUR ? layer.contacts().size() : 2);
            }
        }
    }

    /** What a list of shifts says is what is answered at any instant. */
    @Property(tries = 300)
    void shiftsSayWhatOnCallSays(
            @ForAll("layers") Layer below,
            @ForAll("layers") Layer above,
            @ForAll("zones") ZoneId zone,
            @ForAll("overrides") List<ShiftOverride> overrides,
            @ForAll @LongRange(min = 0, max = 60L * 24 * 3600 - 1) long seconds) {
        Schedule schedule =
                new Schedule("s", "S", zone, List.of(below, above), overrides, List.of());
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Instant at = from.plusSeconds(seconds);

        List<String> listed = new ArrayList<>();
        for (Shift shift : schedule.shifts(from, from.plus(Duration.ofDays(60)))) {
            if (shift.holds(at)) {
                listed.add(shift.contactId());
            }
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(schedule.onCall(at))
                .hasSize(new HashSet<>(listed).size());
    }

    @Provide
    Arbitrary<List<ShiftOverride>> overrides() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        return Combinators.combine(
                        Arbitraries.of(ShiftOverride.Kind.values()),
                        Arbitraries.of("ct-0", "ct-1", "ct-9"),
                        Arbitraries.of("ct-0", "ct-1").injectNull(0.5),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(1, 500))
                .as(
                        (kind, contact, instead, day, hours) ->
                                new ShiftOverride(
                                        kind,
                                        contact,
                                        instead,
                                        from.plus(Duration.ofDays(day)),
                                        from.plus(Duration.ofDays(day))
                                                .plus(Duration.ofHours(hours))))
                .list()
                .ofMaxSize(5);
    }
}
