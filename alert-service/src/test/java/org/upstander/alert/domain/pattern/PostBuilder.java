package org.upstander.alert.domain.pattern;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.upstander.alert.domain.Verdict;

/** A neutral post that answers Dana on a Monday at noon, unless a test says otherwise. */
final class PostBuilder {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Person DANA =
            new Person("cm-07", WorkingHours.of("Mon-Fri 09:00-17:30", BERLIN), 0.6);

    private final String id;
    private String postId;
    private String author = "au-heath";
    private String source = "forum";
    private String thread = "4946";
    private Instant at = NOON;
    private Verdict verdict = Verdict.NEUTRAL;
    private int severity;
    private double score = 0.1;
    private String binding = "reply";
    private boolean spam;

    private PostBuilder(String id) {
        this.id = id;
        this.postId = "post-" + id;
    }

    static PostBuilder post(String id) {
        return new PostBuilder(id);
    }

    static PostBuilder post(int number) {
        return post("a%05d".formatted(number));
    }

    static Encounter encounter(List<Sighting> posts, Encounter.Act... acts) {
        return new Encounter(DANA, posts, List.of(acts), List.of());
    }

    PostBuilder editOf(PostBuilder other) {
        postId = other.postId;
        return this;
    }

    PostBuilder by(String who) {
        author = who;
        return this;
    }

    PostBuilder on(String where) {
        source = where;
        return this;
    }

    PostBuilder in(String some) {
        thread = some;
        return this;
    }

    PostBuilder at(String instant) {
        return at(Instant.parse(instant));
    }

    PostBuilder at(Instant instant) {
        at = instant;
        return this;
    }

    PostBuilder after(Duration span) {
        at = at.plus(span);
        return this;
    }

    PostBuilder saying(Verdict what) {
        verdict = what;
        return this;
    }

    PostBuilder attack(int weighs) {
        severity = weighs;
        score = 0.9;
        return saying(Verdict.ATTACK);
    }

    PostBuilder scoring(double probability) {
        score = probability;
        return this;
    }

    PostBuilder boundBy(String how) {
        binding = how;
        return this;
    }

    PostBuilder spam() {
        spam = true;
        return this;
    }

    Sighting seen() {
        return new Sighting(
                id,
                postId,
                DANA.staffId(),
                author,
                source,
                thread,
                at,
                verdict,
                severity,
                score,
                binding,
                spam);
    }
}
