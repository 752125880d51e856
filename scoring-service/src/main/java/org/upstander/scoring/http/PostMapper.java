package org.upstander.scoring.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.http.Problems.Violation;

/**
 * Makes posts of a request as ingest-service would make them, and says all that is wrong at once.
 * For one request.
 */
final class PostMapper {
    private static final int TEXT_BYTES = 64 * 1024;
    private static final Post.Author NOBODY = new Post.Author(null, null, null);

    private final List<Violation> violations = new ArrayList<>();

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where any post cannot be scored
     */
    static List<Post> posts(ScoreRequest request) {
        PostMapper mapper = new PostMapper();
        List<Post> posts = mapper.map(request.posts());
        if (!mapper.violations.isEmpty()) {
            throw Problems.invalid(mapper.violations);
        }
        return posts;
    }

    private List<Post> map(List<ScoreRequest.PostBody> bodies) {
        if (bodies == null || bodies.isEmpty() || bodies.size() > ScoreRequest.MOST) {
            violations.add(
                    new Violation("posts", "must hold 1 to %d posts".formatted(ScoreRequest.MOST)));
            return List.of();
        }
        List<Post> posts = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            String at = "posts[" + i + "]";
            ScoreRequest.PostBody body = bodies.get(i);
            if (body == null) {
                violations.add(new Violation(at, "is null: send a post there"));
            } else {
                posts.add(post(at, body));
            }
        }
        return posts;
    }

    private Post post(String at, ScoreRequest.PostBody body) {
        String text = body.deleted() ? "" : text(at, body);
        Instant createdAt = time(at + ".createdAt", body.createdAt());
        Instant editedAt = time(at + ".editedAt", body.editedAt());
        String source = limited(at + ".source", body.source(), 64);
        return new Post(
                null,
                null,
                source == null ? "" : source,
                required(at + ".externalId", body.externalId(), 512),
                body.author() == null ? NOBODY : author(at + ".author", body.author()),
                thread(at + ".thread", body.thread()),
                replyTo(at + ".replyTo", body.replyTo()),
                text,
                body.deleted(),
                editedAt == null ? createdAt : editedAt,
                limited(at + ".url", body.url(), 2048),
                language(at + ".language", body.language()),
                ImportedScores.of(at + ".attributeScores", body.attributeScores(), violations),
                List.of());
    }

    private String text(String at, ScoreRequest.PostBody body) {
        if (body.text() != null) {
            return prose(at + ".text", body.text());
        }
        if (body.html() != null) {
            return Markup.text(prose(at + ".html", body.html()));
        }
        violations.add(
                new Violation(
                        at + ".text", "is missing: send text, or html, or \"deleted\": true"));
        return "";
    }

    private String prose(String field, String value) {
        return wellFormed(field, value) ? Texts.firstBytes(value, TEXT_BYTES) : "";
    }

    private Post.Author author(String field, ScoreRequest.AuthorBody body) {
        return new Post.Author(
                limited(field + ".id", body.id(), 256),
                limited(field + ".handle", Texts.withoutAt(body.handle()), 256),
                shown(field + ".displayName", body.displayName(), 256));
    }

    private Post.Thread thread(String field, ScoreRequest.ThreadBody body) {
        return body == null
                ? null
                : new Post.Thread(
                        limited(field + ".id", body.id(), 512),
                        shown(field + ".title", body.title(), 1024));
    }

    private Post.ReplyTo replyTo(String field, ScoreRequest.ReplyBody body) {
        return body == null
                ? null
                : new Post.ReplyTo(
                        limited(field + ".externalId", body.externalId(), 512),
                        body.author() == null ? null : author(field + ".author", body.author()),
                        shown(field + ".text", body.text(), 1000));
    }

    private String language(String field, String value) {
        String language = limited(field, value, 35);
        // en_US is what many feeds write.
        return language == null ? null : language.replace('_', '-');
    }

    private Instant time(String field, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(value, Instant::from);
        } catch (DateTimeException e) {
            violations.add(
                    new Violation(field, "is no time: write RFC 3339, 2026-11-23T12:00:00Z"));
            return null;
        }
    }

    private String required(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            violations.add(new Violation(field, "is missing: it names the post in the results"));
            return null;
        }
        return limited(field, value, most);
    }

    private String limited(String field, String value, int most) {
        if (value == null || value.isBlank() || !wellFormed(field, value)) {
            return null;
        }
        if (Texts.longerThan(value, most)) {
            violations.add(
                    new Violation(
                            field, "is longer than %d characters: shorten it".formatted(most)));
            return null;
        }
        return value;
    }

    /** What is only shown is cut: its author must not be able to have the post refused by it. */
    private String shown(String field, String value, int most) {
        return value == null || !wellFormed(field, value)
                ? null
                : Texts.firstCharacters(value, most);
    }

    private boolean wellFormed(String field, String value) {
        if (Texts.wellFormed(value)) {
            return true;
        }
        violations.add(
                new Violation(
                        field, "holds a lone surrogate or U+0000: remove it, or put U+FFFD there"));
        return false;
    }
}
