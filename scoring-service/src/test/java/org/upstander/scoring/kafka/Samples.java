package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.upstander.contracts.v1.Author;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.contracts.v1.RosterEntry;

/** Posts and people of our own invention. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Samples() {}

    public static RosterEntry member(String staffId, String name, String handle) {
        return new RosterEntry(
                staffId,
                name,
                List.of(name),
                List.of(new RosterEntry.Handle("forum", handle)),
                List.of(),
                "she/her",
                false,
                null,
                List.of(),
                NOON);
    }

    /** A first revision of the post {@code externalId}; the same arguments give the same post. */
    public static PostEvent post(String externalId, String text) {
        return new PostEvent(
                hex(externalId, 32),
                hex(text, 16),
                "forum",
                externalId,
                new Author("8", "heath", "Heath", null, null),
                new PostEvent.Thread("4946", "Judging round 2"),
                null,
                text,
                null,
                false,
                NOON,
                null,
                NOON.plusMillis(250),
                false,
                "https://forum.example.org/t/4946/" + externalId,
                null,
                "public",
                null,
                null);
    }

    /** The same person with something that nobody may publish. */
    public static RosterEntry withSecret(RosterEntry person, String kind, String hash) {
        return new RosterEntry(
                person.staffId(),
                person.displayName(),
                person.names(),
                person.handles(),
                person.roleTitles(),
                person.pronouns(),
                person.junior(),
                person.attackThreshold(),
                List.of(new RosterEntry.ProtectedIdentifier(kind, hash)),
                person.updatedAt());
    }

    /** The same person with a bar of their own. */
    public static RosterEntry withThreshold(RosterEntry person, double attackThreshold) {
        return new RosterEntry(
                person.staffId(),
                person.displayName(),
                person.names(),
                person.handles(),
                person.roleTitles(),
                person.pronouns(),
                person.junior(),
                attackThreshold,
                person.protectedIdentifiers(),
                person.updatedAt());
    }

    /** The same post in a thread of that title, by an author who is shown by that name. */
    static PostEvent titled(PostEvent post, String title, String authorName) {
        return new PostEvent(
                post.postId(),
                post.revision(),
                post.source(),
                post.externalId(),
                new Author(post.author().id(), post.author().handle(), authorName, null, null),
                new PostEvent.Thread(post.thread().id(), title),
                post.replyTo(),
                post.text(),
                post.html(),
                post.truncated(),
                post.createdAt(),
                post.editedAt(),
                post.receivedAt(),
                post.deleted(),
                post.url(),
                post.language(),
                post.visibility(),
                post.attributeScores(),
                post.quotes());
    }

    static String hex(String of, int digits) {
        String one = UUID.nameUUIDFromBytes(of.getBytes(UTF_8)).toString().replace("-", "");
        return one.substring(0, digits);
    }

    /** A name that no other test uses. */
    public static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
