package org.upstander.alert.kafka;

import java.util.List;
import java.util.regex.Pattern;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Verdict;
import org.upstander.contracts.v1.AssessmentEvent;

/** From the contract to the domain; what breaks the schema is refused. */
final class AssessmentMapper {

    private static final Pattern WORD = Pattern.compile("[a-z-]{1,32}");

    private AssessmentMapper() {}

    static Assessment toDomain(AssessmentEvent event) {
        Verdict verdict =
                Verdict.of(event.verdict()).orElseThrow(() -> new InvalidEvent("verdict"));
        require(event.severity() >= 0 && event.severity() <= 4, "severity");
        require(verdict != Verdict.ATTACK || event.severity() > 0, "severity");
        List<String> categories =
                orEmpty(event.categories()).stream()
                        .map(AssessmentEvent.CategoryScore::name)
                        .toList();
        require(categories.stream().allMatch(AssessmentMapper::isWord), "categories");
        return new Assessment(
                required(event.assessmentId(), "assessmentId"),
                required(event.staffId(), "staffId"),
                post(event),
                verdict,
                event.severity(),
                event.score(),
                categories,
                event.binding() == null ? "unknown" : required(event.binding().how(), "binding"),
                orEmpty(event.evidence()).stream().map(AssessmentMapper::span).toList(),
                event.spam(),
                event.language(),
                required(event.model(), "model"),
                required(event.assessedAt(), "assessedAt"),
                // Counted only, so a word that is not known yet costs no record.
                Verdict.of(event.shadow()).orElse(null));
    }

    private static Assessment.Post post(AssessmentEvent event) {
        boolean threaded = event.thread() != null;
        return new Assessment.Post(
                required(event.postId(), "postId"),
                required(event.revision(), "revision"),
                required(event.source(), "source"),
                required(event.externalId(), "externalId"),
                Authors.toDomain(event.author()),
                threaded ? event.thread().id() : null,
                threaded ? event.thread().title() : null,
                event.url(),
                required(event.postedAt(), "postedAt"),
                event.text(),
                event.receivedAt());
    }

    private static Assessment.Span span(AssessmentEvent.Evidence evidence) {
        return new Assessment.Span(
                evidence.start(), evidence.end(), evidence.category(), evidence.weight());
    }

    private static boolean isWord(String category) {
        return category != null && WORD.matcher(category).matches();
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> T required(T value, String field) {
        require(value != null, field);
        return value;
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new InvalidEvent(field);
        }
    }
}
