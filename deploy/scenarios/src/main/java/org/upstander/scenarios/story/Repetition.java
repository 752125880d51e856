package org.upstander.scenarios.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.upstander.scenarios.story.Happening.Written;

/** The posts of a {@link Event.Repeat}. */
final class Repetition {

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final Story story;
    private final String id;
    private final Event.Repeat repeat;
    private final Random random;

    private Repetition(Story story, String id, int number, Event.Repeat repeat) {
        this.story = story;
        this.id = id;
        this.repeat = repeat;
        this.random = new Random((story.seed() + 1) * MIX ^ number * 31L);
    }

    static List<Written> of(Story story, String id, int number, Event.Repeat repeat) {
        return new Repetition(story, id, number, repeat).posts();
    }

    private List<Written> posts() {
        List<Span> spans = spans();
        long millis = spans.stream().mapToLong(Span::millis).sum();
        List<Written> posts = new ArrayList<>();
        List<Integer> turn = new ArrayList<>();
        for (int i = 0; i < repeat.posts(); i++) {
            if (turn.isEmpty()) {
                turn.addAll(turn());
            }
            long offset = (long) ((i + random.nextDouble()) * millis / repeat.posts());
            posts.add(post(i, at(spans, offset), turn.remove(turn.size() - 1)));
        }
        return posts;
    }

    private Written post(int number, Instant at, int author) {
        double part = repeat.posts() == 1 ? 0 : (double) number / (repeat.posts() - 1);
        double score = repeat.scored().score().at(part, random.nextGaussian());
        String postId = "%s-%05d".formatted(id, number);
        return new Written(
                postId,
                postId,
                at,
                at,
                repeat.authors() == 1 ? repeat.by() : repeat.by() + "-" + (author + 1),
                repeat.sources().get(number % repeat.sources().size()),
                thread(),
                repeat.texts()
                        .get(number % repeat.texts().size())
                        .replace("{n}", Integer.toString(number + 1)),
                Script.about(story, repeat.about()),
                Script.says(repeat.scored(), score));
    }

    private String thread() {
        return repeat.thread() == null || repeat.threads() == 1
                ? repeat.thread()
                : repeat.thread() + "-" + (random.nextInt(repeat.threads()) + 1);
    }

    /** Everybody once, in some order. */
    private List<Integer> turn() {
        List<Integer> turn = new ArrayList<>();
        for (int author = 0; author < repeat.authors(); author++) {
            turn.add(author);
        }
        Collections.shuffle(turn, random);
        return turn;
    }

    private record Span(Instant from, Instant until) {

        long millis() {
            return Duration.between(from, until).toMillis();
        }
    }

    /** The parts of the days in which they write. */
    private List<Span> spans() {
        Instant from = story.at(repeat.from());
        Instant until = story.at(repeat.until());
        List<Span> spans = new ArrayList<>();
        for (int day = repeat.from().day() - 1; day <= repeat.until().day(); day++) {
            LocalDate date = story.start().plusDays(day);
            Instant begins = date.atTime(repeat.daily().from()).atZone(story.zone()).toInstant();
            Instant ends = begins.plus(repeat.daily().length());
            Span span =
                    new Span(
                            begins.isBefore(from) ? from : begins,
                            ends.isAfter(until) ? until : ends);
            if (span.from().isBefore(span.until())) {
                spans.add(span);
            }
        }
        // Hours that never come within the span: then the span itself.
        return spans.isEmpty() ? List.of(new Span(from, until)) : spans;
    }

    private static Instant at(List<Span> spans, long offset) {
        long left = offset;
        for (Span span : spans) {
            if (left < span.millis()) {
                return span.from().plusMillis(left);
            }
            left -= span.millis();
        }
        return spans.get(spans.size() - 1).until();
    }
}
