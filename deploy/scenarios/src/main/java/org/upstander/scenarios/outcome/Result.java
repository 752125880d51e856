package org.upstander.scenarios.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.upstander.scenarios.stage.Played;
import org.upstander.scenarios.stage.Played.Noticed;
import org.upstander.scenarios.story.Story;

/**
 * A story, what came of it, and how that compares.
 *
 * @param file where it was read
 */
public record Result(String file, Story story, Played played, Comparison comparison) {

    public static Result of(String file, Story story, Played played) {
        return new Result(file, story, played, Comparison.of(story, played));
    }

    /** Whether it is as it has to be: as expected, or different where a gap is known. */
    public boolean isFine() {
        return comparison.differences().isEmpty() != hasKnownGap();
    }

    public boolean hasKnownGap() {
        return story.expect().gap() != null;
    }

    /** Patterns of incidents that nobody expected. */
    public int falsePatterns() {
        return comparison.unexpected().stream().mapToInt(one -> one.patterns().size()).sum();
    }

    /** Posts that belong to nothing that is expected. */
    public int quietPosts() {
        Set<String> hostile = new HashSet<>();
        comparison.matched().forEach(match -> hostile.addAll(match.noticed().posts()));
        return played.posts() - hostile.size();
    }

    /** How long after its first post an expected campaign was noticed, for each of them. */
    public List<Duration> detections() {
        return comparison.matched().stream()
                .map(match -> Duration.between(began(match), match.noticed().openedAt()))
                .toList();
    }

    /** The same of one incident. */
    Duration detection(Noticed noticed) {
        return comparison.matched().stream()
                .filter(match -> match.noticed().equals(noticed))
                .map(match -> Duration.between(began(match), noticed.openedAt()))
                .findFirst()
                .orElseGet(noticed::detectedAfter);
    }

    private Instant began(Comparison.Match match) {
        return match.expected().began() == null
                ? match.noticed().firstPostAt()
                : story.at(match.expected().began());
    }
}
