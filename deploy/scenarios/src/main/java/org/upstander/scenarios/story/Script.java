package org.upstander.scenarios.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.scenarios.story.Happening.Answered;
import org.upstander.scenarios.story.Happening.Approached;
import org.upstander.scenarios.story.Happening.Moderated;
import org.upstander.scenarios.story.Happening.Says;
import org.upstander.scenarios.story.Happening.Written;

/** Everything that happens in a story, in the order in which it does. */
public final class Script {

    private final Story story;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, Instant> created = new HashMap<>();

    private Script(Story story) {
        this.story = story;
    }

    /** The same for the same seed. */
    public static List<Happening> of(Story story) {
        Script script = new Script(story);
        for (int i = 0; i < story.events().size(); i++) {
            script.add(i, story.events().get(i));
        }
        return script.happenings.stream().sorted(Comparator.comparing(Happening::at)).toList();
    }

    private void add(int number, Event event) {
        String id = "e%04d".formatted(number);
        if (event.post() != null) {
            happenings.add(written(id, event.post()));
        } else if (event.moderation() != null) {
            Event.Moderation one = event.moderation();
            happenings.add(
                    new Moderated(
                            id,
                            story.at(one.at()),
                            one.action(),
                            one.against(),
                            one.source(),
                            one.by()));
        } else if (event.contact() != null) {
            Event.Contact one = event.contact();
            happenings.add(
                    new Approached(
                            id,
                            story.at(one.at()),
                            one.kind(),
                            one.account().equals("personal"),
                            one.by(),
                            one.source(),
                            one.staff()));
        } else if (event.answer() != null) {
            Event.Answer one = event.answer();
            happenings.add(
                    new Answered(
                            id, story.at(one.at()), one.staff(), one.with().equals("resolve")));
        } else {
            happenings.addAll(Repetition.of(story, id, number, event.repeat()));
        }
    }

    private Written written(String id, Event.Post post) {
        String postId = post.id() == null ? id : post.id();
        Instant at = story.at(post.at());
        Scored scored = post.scored();
        return new Written(
                id,
                postId,
                at,
                created.computeIfAbsent(postId, first -> at),
                post.by(),
                post.source(),
                post.thread(),
                post.text(),
                about(story, post.about()),
                says(scored, scored.score().from()));
    }

    /** The only member of staff where nobody is named. */
    static List<String> about(Story story, List<String> named) {
        return named == null ? List.of(story.staff().get(0).id()) : List.copyOf(named);
    }

    static Says says(Scored scored, double score) {
        return new Says(
                scored.says(),
                scored.severity(),
                score,
                scored.binding(),
                scored.categories(),
                scored.spam());
    }
}
