package org.upstander.ingest.webhook.github;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.PostDraft;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.webhook.HexSignature;
import org.upstander.ingest.webhook.Moderation;

/**
 * Issues, pull requests, reviews and discussions of GitHub repositories, as documented under
 * "Webhook events and payloads". Deleting somebody else's comment, locking a conversation and
 * blocking somebody are moderation.
 */
@Singleton
public class GithubWebhook implements WebhookFormat {

    private static final String BOT = "Bot";

    /** What else {@code author_association} may say makes nobody one of those who run it. */
    private static final Set<String> STAFF = Set.of("OWNER", "MEMBER", "COLLABORATOR");

    private static final String PRIVATE = "members";
    private static final String PUBLIC = "public";

    @Override
    public String type() {
        return "github";
    }

    @Override
    public Proof proof(Delivery delivery, Source source) {
        return HexSignature.ofBody(delivery, source, "x-hub-signature-256", "sha256=");
    }

    @Override
    public List<String> tellingHeaders() {
        return List.of("x-github-event");
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        String event = delivery.header("x-github-event");
        if (event == null) {
            return new Said.Nothing(Said.Why.OTHER_EVENT);
        }
        Body body = Body.of(delivery.body());
        return switch (event) {
            case "ping" -> new Said.Nothing(Said.Why.PING);
            case "issues" -> issue(body, source);
            case "pull_request" -> opening(body, "pull_request", source);
            case "discussion" -> opening(body, "discussion", source);
            case "issue_comment" -> comment(body, "issue", "issue-comment", source);
            case "discussion_comment" -> comment(body, "discussion", "discussion-comment", source);
            case "pull_request_review_comment" ->
                    comment(body, "pull_request", "review-comment", source);
            case "pull_request_review" -> review(body, source);
            case "org_block" -> block(body, delivery, source);
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    private static Said issue(Body body, Source source) {
        Body issue = body.at("issue");
        return "locked".equals(body.text("action"))
                ? Said.Items.signal(
                        Moderation.of(
                                source,
                                "mute",
                                author(issue.at("user")),
                                issue.needed("updated_at")))
                : opening(body, "issue", source);
    }

    /** What a conversation begins with. */
    private static Said opening(Body body, String kind, Source source) {
        Body opening = body.at(kind);
        return switch (action(body)) {
            case "opened", "created", "edited", "deleted" ->
                    said(
                            body,
                            opening,
                            post(body, opening, kind, opening.needed("id"), source)
                                    .in(thread(body, opening, kind), opening.text("title")),
                            source);
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    private static Said comment(Body body, String about, String kind, Source source) {
        Body comment = body.at("comment");
        Body opening = body.at(about);
        return switch (action(body)) {
            case "created", "edited", "deleted" ->
                    said(
                            body,
                            comment,
                            answering(
                                    post(body, comment, kind, comment.needed("id"), source)
                                            .in(
                                                    thread(body, opening, about),
                                                    opening.text("title")),
                                    comment,
                                    opening,
                                    about,
                                    kind),
                            source);
            default -> new Said.Nothing(Said.Why.OTHER_EVENT);
        };
    }

    /**
     * A comment on a comment names it; every other one answers what the conversation began with.
     */
    private static PostDraft answering(
            PostDraft post, Body comment, Body opening, String about, String kind) {
        String parent = comment.text("in_reply_to_id");
        parent = parent == null ? comment.text("parent_id") : parent;
        return parent == null
                ? post.answering(about + ":" + opening.needed("id"), author(opening.at("user")))
                : post.answering(kind + ":" + parent, null);
    }

    private static Said review(Body body, Source source) {
        Body review = body.at("review");
        Body pull = body.at("pull_request");
        if (review.text("body") == null || "dismissed".equals(body.text("action"))) {
            return new Said.Nothing(Said.Why.OTHER_EVENT);
        }
        return said(
                body,
                review,
                post(body, review, "review", review.needed("id"), source)
                        .in(thread(body, pull, "pull_request"), pull.text("title"))
                        .written(review.text("submitted_at"))
                        .answering("pull_request:" + pull.needed("id"), author(pull.at("user"))),
                source);
    }

    private static Said said(Body body, Body what, PostDraft post, Source source) {
        return removedByOther(body, what)
                ? new Said.Items(
                        List.of(post.draft()),
                        List.of(
                                Moderation.of(
                                        source,
                                        "remove-post",
                                        author(what.at("user")),
                                        what.needed("updated_at"))))
                : Said.Items.post(post.draft());
    }

    private static boolean removedByOther(Body body, Body what) {
        String sender = body.at("sender").text("id");
        return action(body).equals("deleted")
                && what.at("user").exists()
                && sender != null
                && !sender.equals(what.at("user").text("id"));
    }

    private static PostDraft post(Body body, Body what, String kind, String id, Source source) {
        String action = action(body);
        return source.post(kind + ":" + id)
                .by(author(what.at("user")).staff(isStaff(what)))
                .text(what.text("body"))
                .written(what.text("created_at"))
                .edited(action.equals("edited") ? what.text("updated_at") : null)
                .deleted(action.equals("deleted"))
                .at(what.text("html_url"))
                .visibleTo(body.at("repository").flag("private") ? PRIVATE : PUBLIC);
    }

    /** Issues and pull requests of a repository share their numbers. */
    private static String thread(Body body, Body opening, String kind) {
        return body.at("repository").needed("full_name")
                + (kind.equals("discussion") ? "/discussions/" : "#")
                + opening.needed("number");
    }

    private static Said block(Body body, Delivery delivery, Source source) {
        return "blocked".equals(body.text("action"))
                ? Said.Items.signal(
                        Moderation.of(
                                source,
                                "ban",
                                author(body.at("blocked_user")),
                                delivery.at().toString()))
                : new Said.Nothing(Said.Why.OTHER_EVENT);
    }

    private static String action(Body body) {
        String action = body.text("action");
        return action == null ? "" : action;
    }

    private static boolean isStaff(Body what) {
        return STAFF.contains(String.valueOf(what.text("author_association")));
    }

    /** An account that is gone has no user; GitHub shows it as "ghost". */
    private static Author author(Body user) {
        return user.exists()
                ? new Author(user.text("id"), user.text("login"), null)
                        .bot(BOT.equals(user.text("type")))
                : new Author(null, "ghost", null);
    }
}
