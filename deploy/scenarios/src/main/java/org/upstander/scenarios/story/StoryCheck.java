package org.upstander.scenarios.story;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.upstander.alert.domain.Verdict;

/** What can't be told from the shape of a story: who is named, and what words mean. */
final class StoryCheck {

    private static final List<String> VERDICTS =
            Arrays.stream(Verdict.values()).map(Verdict::wireName).toList();
    private static final int MOST_POSTS = 20_000;

    private final Story story;
    private final Checks checks;

    private StoryCheck(Story story) {
        this.story = story;
        this.checks = new Checks(story);
    }

    static List<Checks.Problem> of(Story story) {
        StoryCheck check = new StoryCheck(story);
        check.checks.needed("title", story.title());
        check.checks.needed("story", story.story());
        check.staff();
        check.surroundings();
        for (int i = 0; i < story.events().size(); i++) {
            check.event("events/" + i, story.events().get(i));
        }
        new ExpectedCheck(check.checks).expected(story.expect());
        return check.checks.found();
    }

    private void staff() {
        if (story.staff().isEmpty()) {
            checks.add(
                    "staff",
                    "somebody has to be protected: write - {id: dana, name: Dana Okafor}.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < story.staff().size(); i++) {
            Staff one = story.staff().get(i);
            checks.needed("staff/" + i + "/id", one.id());
            checks.needed("staff/" + i + "/name", one.name());
            if (one.id() != null && !seen.add(one.id())) {
                checks.add("staff/" + i + "/id", "is somebody else's, too: choose another.");
            }
            if (one.bar() != null && (one.bar() < 0.05 || one.bar() > 0.95)) {
                checks.add("staff/" + i + "/bar", "must be 0.05 to 0.95.");
            }
            for (int at = 0; at < one.secrets().size(); at++) {
                String path = "staff/" + i + "/protected/" + at;
                checks.oneOf(path + "/kind", one.secrets().get(at).kind(), Staff.Secret.KINDS);
                checks.needed(path + "/value", one.secrets().get(at).value());
            }
        }
    }

    private void surroundings() {
        for (int i = 0; i < story.sources().size(); i++) {
            checks.needed("sources/" + i + "/id", story.sources().get(i).id());
            checks.needed("sources/" + i + "/rhythm", story.sources().get(i).rhythm());
        }
        for (int i = 0; i < story.accounts().size(); i++) {
            checks.needed("accounts/" + i + "/id", story.accounts().get(i).id());
            checks.needed("accounts/" + i + "/also", story.accounts().get(i).also());
            checks.needed("accounts/" + i + "/why", story.accounts().get(i).why());
        }
        double twice = story.arrival().duplicates();
        if (twice < 0 || twice > 1) {
            checks.add("arrival/duplicates", "must be 0 to 1.");
        }
    }

    private void event(String path, Event event) {
        if (event == null || !event.isOne()) {
            checks.add(path, "must be exactly one of post, moderation, contact, answer, repeat.");
        } else if (event.post() != null) {
            post(path + "/post", event.post());
        } else if (event.moderation() != null) {
            moderation(path + "/moderation", event.moderation());
        } else if (event.contact() != null) {
            contact(path + "/contact", event.contact());
        } else if (event.answer() != null) {
            answer(path + "/answer", event.answer());
        } else {
            repeat(path + "/repeat", event.repeat());
        }
    }

    private void post(String path, Event.Post post) {
        checks.needed(path + "/at", post.at());
        checks.needed(path + "/by", post.by());
        checks.needed(path + "/text", post.text());
        about(path, post.about());
        scored(path + "/scored", post.scored());
        if (post.scored().score().from() != post.scored().score().to()) {
            checks.add(path + "/scored/score", "of a single post is one number: write 0.3.");
        }
    }

    private void moderation(String path, Event.Moderation one) {
        checks.needed(path + "/at", one.at());
        checks.needed(path + "/against", one.against());
        checks.oneOf(path + "/action", one.action(), Event.Moderation.ACTIONS);
        if (one.by() != null) {
            checks.member(path + "/by", one.by());
        }
    }

    private void contact(String path, Event.Contact one) {
        checks.needed(path + "/at", one.at());
        checks.needed(path + "/by", one.by());
        checks.oneOf(path + "/kind", one.kind(), Event.Contact.KINDS);
        checks.oneOf(path + "/account", one.account(), Event.Contact.ACCOUNTS);
        checks.member(path + "/staff", one.staff());
    }

    private void answer(String path, Event.Answer one) {
        checks.needed(path + "/at", one.at());
        checks.member(path + "/staff", one.staff());
        checks.oneOf(path + "/with", one.with(), Event.Answer.WITH);
    }

    private void repeat(String path, Event.Repeat one) {
        checks.needed(path + "/from", one.from());
        checks.needed(path + "/until", one.until());
        checks.needed(path + "/by", one.by());
        checks.needed(path + "/posts", one.posts());
        checks.between(path + "/posts", one.posts(), 1, MOST_POSTS);
        checks.between(path + "/authors", one.authors(), 1, MOST_POSTS);
        checks.between(path + "/threads", one.threads(), 1, MOST_POSTS);
        if (one.texts().isEmpty()) {
            checks.add(
                    path + "/texts", "is missing: write [\"one text\", \"another, number {n}\"].");
        }
        if (one.from() != null
                && one.until() != null
                && !story.at(one.from()).isBefore(story.at(one.until()))) {
            checks.add(path + "/until", "must be later than from.");
        }
        about(path, one.about());
        scored(path + "/scored", one.scored());
    }

    private void about(String path, List<String> about) {
        if (about == null) {
            if (story.staff().size() != 1) {
                checks.add(
                        path + "/about",
                        "is missing: say whom of the staff it means, or [] for nobody.");
            }
            return;
        }
        for (int i = 0; i < about.size(); i++) {
            checks.member(path + "/about/" + i, about.get(i));
        }
    }

    private void scored(String path, Scored scored) {
        checks.oneOf(path + "/verdict", scored.verdict(), VERDICTS);
        checks.oneOf(path + "/binding", scored.binding(), Scored.BINDINGS);
        checks.between(path + "/severity", scored.severity(), 0, 4);
        for (int i = 0; i < scored.categories().size(); i++) {
            checks.oneOf(path + "/categories/" + i, scored.categories().get(i), Scored.CATEGORIES);
        }
        boolean attack = scored.verdict().equals("attack");
        if (attack != scored.severity() > 0) {
            checks.add(
                    path + "/severity",
                    attack ? "of an attack is 1 to 4." : "is 0 where the verdict is no attack.");
        }
    }
}
