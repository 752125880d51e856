package org.upstander.ingest.domain;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides which posts are admitted, and gives them their ids. For the posts of one request, by one
 * thread.
 */
public final class PostRules {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern URL = Pattern.compile("https?://.+", Pattern.DOTALL);

    private final Instant receivedAt;
    private final Fingerprint fingerprint = new Fingerprint();

    /**
     * @param receivedAt when the request came
     */
    public PostRules(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    /** Admits or refuses one post. */
    public Admission<Post> admit(Draft.OfPost draft) {
        Checks checks = new Checks(receivedAt);
        String source =
                checks.required(
                        "/source", draft.source(), Limits.SOURCE, "name the platform, as forum.");
        String externalId =
                checks.required(
                        "/externalId",
                        draft.externalId(),
                        Limits.EXTERNAL_ID,
                        "give the platform's own id of the post.");
        Author author = checks.author("/author", draft.author(), !draft.deleted());
        Thread thread = thread(checks, draft.thread());
        ReplyTo replyTo = replyTo(checks, draft.replyTo());
        String text = text(checks, draft);
        String html = draft.deleted() ? null : checks.prose("/html", draft.html());
        Instant createdAt = checks.time("/createdAt", draft.createdAt());
        Instant editedAt = checks.time("/editedAt", draft.editedAt());
        String url = url(checks, draft.url());
        String language = language(checks, draft.language());
        String visibility =
                checks.oneOf("/visibility", visibility(draft.visibility()), Limits.VISIBILITIES);
        List<AttributeScore> scores = attributeScores(checks, draft);
        if (!checks.found().isEmpty()) {
            return new Admission.Rejected<>(draft.externalId(), checks.found());
        }
        String kept = Texts.firstBytes(text, Limits.TEXT_BYTES);
        String keptHtml = html == null ? null : Texts.firstBytes(html, Limits.TEXT_BYTES);
        return new Admission.Accepted<>(
                new Post(
                        PostId.of(fingerprint, source, externalId),
                        Revision.of(
                                fingerprint,
                                kept,
                                keptHtml,
                                author,
                                thread,
                                replyTo,
                                draft.deleted()),
                        source,
                        externalId,
                        author,
                        thread,
                        replyTo,
                        kept,
                        keptHtml,
                        kept.length() < text.length(),
                        createdAt == null ? receivedAt : createdAt,
                        editedAt,
                        receivedAt,
                        draft.deleted(),
                        url,
                        language,
                        visibility,
                        scores,
                        List.of(),
                        null));
    }

    private static Thread thread(Checks checks, Thread thread) {
        if (thread == null) {
            return null;
        }
        String id =
                checks.required(
                        "/thread/id",
                        thread.id(),
                        Limits.THREAD_ID,
                        "give the platform's id of the thread, or leave thread out.");
        return new Thread(id, checks.shown("/thread/title", thread.title(), Limits.THREAD_TITLE));
    }

    private static ReplyTo replyTo(Checks checks, ReplyTo replyTo) {
        if (replyTo == null) {
            return null;
        }
        String externalId =
                checks.optional("/replyTo/externalId", replyTo.externalId(), Limits.EXTERNAL_ID);
        Author author = checks.author("/replyTo/author", replyTo.author(), false);
        String text = checks.shown("/replyTo/text", replyTo.text(), Limits.PARENT_TEXT);
        return externalId == null && author == null ? null : new ReplyTo(externalId, author, text);
    }

    private static String text(Checks checks, Draft.OfPost draft) {
        if (draft.deleted()) {
            return "";
        }
        if (draft.text() == null) {
            checks.missing("/text", "send text, or html, or \"deleted\": true.");
        }
        return checks.prose("/text", draft.text());
    }

    private static String url(Checks checks, String value) {
        String url = checks.optional("/url", value, Limits.URL);
        if (url != null && !URL.matcher(url).matches()) {
            checks.add(
                    Violation.of(
                            "/url",
                            RejectReason.NOT_ALLOWED,
                            "/url must begin with http:// or https://, or be left out."));
        }
        return url;
    }

    private static String language(Checks checks, String value) {
        String given = checks.optional("/language", value, Limits.LANGUAGE);
        // en_US is what many feeds write.
        String language = given == null ? null : given.replace('_', '-');
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            checks.add(
                    Violation.of(
                            "/language",
                            RejectReason.NOT_ALLOWED,
                            "/language must be a BCP 47 tag, as en or pt-BR, or be left out."));
        }
        return language;
    }

    /** Nothing is left of a deleted post that a score could be about. */
    private static List<AttributeScore> attributeScores(Checks checks, Draft.OfPost draft) {
        return draft.deleted()
                ? List.of()
                : AttributeScoreRules.check(checks, draft.attributeScores());
    }

    private static String visibility(String value) {
        return value == null || value.isBlank() ? Limits.VISIBILITIES.get(0) : value;
    }
}
