package org.upstander.ingest.reading;

import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Source;

/** A status of Mastodon, the same however it comes: pushed, streamed or asked for. */
public final class MastodonStatus {

    private MastodonStatus() {}

    /**
     * @return the post, or that another one was passed on, or why there is neither
     * @throws Unreadable where it is no status
     */
    public static Said read(Body status, Source source) {
        String visibility = visibility(status.text("visibility"), source);
        if (visibility == null) {
            return new Said.Nothing(Said.Why.DIRECT_MESSAGE);
        }
        if (status.at("reblog").exists()) {
            return boost(status, source);
        }
        String id = status.needed("id");
        String parent = status.text("in_reply_to_id");
        String answered = status.text("in_reply_to_account_id");
        return Said.Items.post(
                source.post(id)
                        .by(author(status.at("account")))
                        .in(parent == null ? id : parent, null)
                        .answering(parent, answered == null ? null : mentioned(status, answered))
                        .html(status.text("content"))
                        .written(status.text("created_at"))
                        .edited(status.text("edited_at"))
                        .at(status.text("url"))
                        .language(status.text("language"))
                        .visibleTo(visibility)
                        .draft());
    }

    /** A boost is a status of its own, without anything said in it. */
    private static Said boost(Body status, Source source) {
        return Said.Items.signal(
                source.amplification(
                        status.at("reblog").needed("id"),
                        author(status.at("account")),
                        status.needed("created_at")));
    }

    private static String visibility(String theirs, Source source) {
        return switch (theirs == null ? "" : theirs) {
            case "direct" -> source.direct();
            case "private" -> "members";
            default -> "public";
        };
    }

    /** Whoever is answered is mentioned mostly, and has a name there. */
    private static Author mentioned(Body status, String accountId) {
        Body mentions = status.at("mentions");
        for (int i = 0; i < mentions.size(); i++) {
            if (accountId.equals(mentions.at(i).text("id"))) {
                return new Author(accountId, mentions.at(i).text("acct"), null);
            }
        }
        return new Author(accountId, null, null);
    }

    /** Of an account in the form of the public interface. */
    public static Author author(Body account) {
        return new Author(account.needed("id"), account.text("acct"), account.text("display_name"))
                .bot(account.flag("bot"));
    }
}
