package org.upstander.scenarios.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is wrong with a story, as far as it was looked at. */
final class Checks {

    private final Story story;
    private final List<String> staff;
    private final List<Problem> found = new ArrayList<>();

    /**
     * @param path keys from the outermost on, {@code events/3/post/by}
     * @param what is wrong, and what to do
     */
    record Problem(String path, String what) {}

    Checks(Story story) {
        this.story = story;
        this.staff = story.staff().stream().map(Staff::id).filter(Objects::nonNull).toList();
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    void add(String path, String what) {
        found.add(new Problem(path, what));
    }

    void needed(String path, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(path, "is missing.");
        }
    }

    void member(String path, String id) {
        if (id == null) {
            add(path, "is missing: name one of " + words(staff) + ".");
        } else if (!staff.contains(id)) {
            add(path, "'%s' is not among the staff: %s.".formatted(id, words(staff)));
        }
    }

    void oneOf(String path, String word, List<String> known) {
        if (word == null || !known.contains(word)) {
            add(path, "must be one of " + words(known) + ".");
        }
    }

    void between(String path, Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            add(path, "must be %d to %d.".formatted(least, most));
        }
    }

    void span(String path, Expected.Span span) {
        if (span != null
                && (span.from() == null
                        || span.until() == null
                        || story.at(span.from()).isAfter(story.at(span.until())))) {
            add(
                    path,
                    "must have from and until, in this order: {from: 2d 10:00, until: 2d 11:00}.");
        }
    }

    private static String words(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
