package org.upstander.alert.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.domain.pattern.PostBuilder.BERLIN;
import static org.upstander.alert.domain.pattern.PostBuilder.encounter;
import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.domain.Verdict;

/** Contact in Dana's nights: each weighs 2, an evening 0.5; 10 on 4 nights are a pattern. */
class OffHoursTest {

    private final OffHours offHours = new OffHours(OffHours.Settings.USUAL);

    @ParameterizedTest
    @CsvSource({"5,0,true", "4,0,false", "4,3,false", "4,4,true", "3,40,false", "0,40,false"})
    void nightsWeighFourTimesAsMuchAsEvenings(int nights, int evenings, boolean enough) {
        List<Sighting> seen = new ArrayList<>();
        for (int i = 0; i < evenings; i++) {
            seen.add(post(100 + i).at(berlin(2 + i % 7, 20, i)).seen());
        }
        for (int i = 0; i < nights; i++) {
            seen.add(post(i).at(berlin(9 + i, 3, 0)).seen());
        }

        assertThat(find(seen, seen.get(seen.size() - 1)).isPresent()).isEqualTo(enough);
    }

    @Test
    void whatIsWrittenWhileSheIsAtWorkIsNone() {
        List<Sighting> seen = new ArrayList<>(nights(4));
        IntStream.range(0, 40).forEach(i -> seen.add(post(50 + i).at(berlin(5, 11, i)).seen()));

        assertThat(find(seen, seen.get(0))).isEmpty();
    }

    @Test
    void itSaysHowManyAndNamesThemAll() {
        List<Sighting> seen = nights(5);

        assertThat(find(seen, seen.get(0)))
                .contains(
                        Finding.of(
                                PatternKind.OFF_HOURS,
                                1,
                                "Off hours: one author, 5 posts to the person outside of working hours, on 5 nights",
                                seen));
    }

    /** Before midnight and after it is the same night, and many posts in it are one night. */
    @Test
    void aNightGoesOverMidnight() {
        List<Sighting> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            seen.add(post(2 * i).at(berlin(2 + i, 23, 30)).seen());
            seen.add(post(2 * i + 1).at(berlin(3 + i, 0, 30)).seen());
        }

        assertThat(find(seen, seen.get(5))).isEmpty();

        seen.add(post(6).at(berlin(9, 0, 30)).seen());
        assertThat(find(seen, seen.get(6)))
                .get()
                .returns(
                        "Off hours: one author, 7 posts to the person outside of working hours, on 4 nights",
                        Finding::reason);
    }

    @ParameterizedTest
    @CsvSource({
        "handle,true",
        "reply,true",
        "nickname,true",
        "protected,true",
        "name,false",
        "role,false",
        "pronoun,false",
        "variant,false",
        "unknown,false"
    })
    void onlyWhatIsWrittenToHerCounts(String binding, boolean counts) {
        List<Sighting> seen =
                IntStream.range(0, 9)
                        .mapToObj(i -> post(i).at(berlin(2 + i, 3, 0)).boundBy(binding).seen())
                        .toList();

        assertThat(find(seen, seen.get(4)).isPresent()).isEqualTo(counts);
    }

    /** Whoever writes love letters night after night is no better than who writes insults. */
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void itCountsHoweverFriendlyItIs(Verdict verdict) {
        List<Sighting> seen =
                IntStream.range(0, 5)
                        .mapToObj(i -> post(i).at(berlin(2 + i, 3, 0)).saying(verdict).seen())
                        .toList();

        assertThat(find(seen, seen.get(4))).get().returns(1, Finding::severity);
    }

    @Test
    void editsAndSpamAreNoOtherPosts() {
        List<Sighting> seen = new ArrayList<>(nights(4));
        for (int i = 0; i < 9; i++) {
            seen.add(post(20 + i).editOf(post(0)).at(berlin(2 + i, 4, 0)).seen());
            seen.add(post(40 + i).at(berlin(2 + i, 4, 0)).spam().seen());
        }

        assertThat(find(seen, seen.get(0))).isEmpty();
    }

    @Test
    void itIsSaidOnceAndThenBeginsAnew() {
        List<Sighting> seen = nights(9);

        assertThat(find(seen, seen.get(4))).isPresent();
        assertThat(find(seen, seen.get(5))).isEmpty();
        assertThat(find(seen, seen.get(8))).isEmpty();

        List<Sighting> more = nights(10);
        assertThat(find(more, more.get(9))).get().returns(5, finding -> finding.made().size());
    }

    /** Fourteen days after the first night that one is forgotten. */
    @ParameterizedTest
    @CsvSource({"2,59,true", "3,0,false"})
    void itIsCountedWithinTwoWeeks(int hour, int minute, boolean enough) {
        List<Sighting> seen = new ArrayList<>(nights(4));
        Sighting last = post(4).at(berlin(16, hour, minute)).seen();
        seen.add(last);

        assertThat(find(seen, last).isPresent()).isEqualTo(enough);
    }

    /** Four nights and twenty evenings, and more than two weeks later so many. */
    @ParameterizedTest
    @CsvSource({"5,1,true", "4,1,false", "1,5,false"})
    void whatIsForgottenWeighsNothing(int nights, int postsEach, boolean enough) {
        List<Sighting> seen = new ArrayList<>(nights(4));
        for (int i = 0; i < 20; i++) {
            seen.add(post(100 + i).at(berlin(2, 20, i)).seen());
        }
        // The first four nights weigh enough with those evenings.
        assertThat(find(seen, seen.get(0))).isPresent();
        seen.removeIf(one -> one.at().equals(berlin(2, 3, 0)));
        for (int i = 0; i < nights * postsEach; i++) {
            seen.add(post(200 + i).at(berlin(20 + i / postsEach, 3, i)).seen());
        }

        assertThat(find(seen, seen.get(seen.size() - 1)).isPresent()).isEqualTo(enough);
    }

    @Test
    void whoeverWorksAtNightIsNotDisturbedThen() {
        List<Sighting> seen = nights(9);

        assertThat(find("Mon-Sun 22:00-06:00", BERLIN, seen)).isEmpty();
        assertThat(find("Mon-Sun 22:00-02:00", BERLIN, seen)).isPresent();
    }

    /** Three at night in Berlin is nine in the evening in New York, which weighs little. */
    @Test
    void nightIsWhereThePersonLives() {
        List<Sighting> seen = nights(9);

        assertThat(find(null, BERLIN, seen)).isPresent();
        assertThat(find(null, ZoneId.of("America/New_York"), seen)).isEmpty();
        assertThat(find(null, ZoneId.of("Asia/Tokyo"), seen)).isEmpty();
    }

    /** 05:30 in UTC is night in winter; in summer it is half past seven. */
    @ParameterizedTest
    @CsvSource({"2026-10-20,1,false", "2026-10-26,1,true", "2026-10-22,1,false"})
    void theNightsOfSummerEndAnHourEarlierByUtc(String first, int days, boolean enough) {
        LocalDateTime from = LocalDateTime.parse(first + "T05:30");
        List<Sighting> seen =
                IntStream.range(0, 5)
                        .mapToObj(
                                i ->
                                        post(i).at(
                                                        from.plusDays((long) days * i)
                                                                .atZone(ZoneId.of("UTC"))
                                                                .toInstant())
                                                .seen())
                        .toList();

        assertThat(find(seen, seen.get(4)).isPresent()).isEqualTo(enough);
    }

    @Test
    void oneOfAThingIsWrittenAsOne() {
        OffHours strict = new OffHours(new OffHours.Settings(Duration.ofDays(1), 2, 0.5, 1, 1));
        Sighting only = post(0).at(berlin(2, 3, 0)).seen();

        assertThat(strict.find(encounter(List.of(only)), only))
                .get()
                .returns(
                        "Off hours: one author, 1 post to the person outside of working hours, on 1 night",
                        Finding::reason);
    }

    private Optional<Finding> find(List<Sighting> seen, Sighting post) {
        return offHours.find(encounter(seen), post);
    }

    private Optional<Finding> find(String hours, ZoneId zone, List<Sighting> seen) {
        Person person = new Person("cm-07", WorkingHours.of(hours, zone), 0.6);
        return offHours.find(new Encounter(person, seen, List.of(), List.of()), seen.get(0));
    }

    /** One post in each night of November from the second on, at three. */
    private static List<Sighting> nights(int nights) {
        return IntStream.range(0, nights)
                .mapToObj(i -> post(i).at(berlin(2 + i, 3, 0)).seen())
                .toList();
    }

    private static Instant berlin(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 11, day, hour, minute).atZone(BERLIN).toInstant();
    }
}
