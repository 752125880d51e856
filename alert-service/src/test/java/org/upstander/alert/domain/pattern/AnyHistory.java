package org.upstander.alert.domain.pattern;

import static org.upstander.alert.domain.pattern.PostBuilder.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.upstander.alert.domain.Verdict;

/** Posts of any authors, at any time of a month, that say anything. */
abstract class AnyHistory {

    static final Duration DAY = Duration.ofDays(1);
    static final long MONTH = Duration.ofDays(30).toMinutes();

    @Provide
    Arbitrary<List<Sighting>> posts() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, MONTH),
                        Arbitraries.of(Verdict.values()),
                        Arbitraries.doubles().between(0, 0.6),
                        Arbitraries.of("au-1", "au-2", "au-3", "au-4"),
                        Arbitraries.of("t1", "t2", "t3").injectNull(0.1),
                        Arbitraries.of("reply", "handle", "name"),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 30))
                .as(
                        (minute, verdict, score, author, thread, binding, spam, edited) ->
                                post(0).after(Duration.ofMinutes(minute))
                                        .saying(verdict)
                                        .scoring(score)
                                        .by(author)
                                        .in(thread)
                                        .boundBy(binding)
                                        .editOf(post(edited))
                                        .seen())
                .list()
                .ofMaxSize(60)
                .map(AnyHistory::numbered);
    }

    /** Each has an id of its own, as assessments have. */
    private static List<Sighting> numbered(List<Sighting> posts) {
        return IntStream.range(0, posts.size())
                .mapToObj(
                        i -> {
                            Sighting one = posts.get(i);
                            return new Sighting(
                                    "a%05d".formatted(i),
                                    one.postId(),
                                    one.staffId(),
                                    one.author(),
                                    one.source(),
                                    one.thread(),
                                    one.at(),
                                    one.verdict(),
                                    one.isAttack() ? 2 : 0,
                                    one.score(),
                                    one.binding(),
                                    one.spam());
                        })
                .toList();
    }

    static <T> List<T> shuffled(List<T> some, Random random) {
        List<T> other = new ArrayList<>(some);
        Collections.shuffle(other, random);
        return other;
    }
}
