package org.upstander.alert.domain;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What makes two attacks belong together: the same member of staff and the same author, or the same
 * member of staff and the same thread. The text is versioned, so a later rule never meets the keys
 * of an earlier one by accident.
 *
 * @param value a digest: sources choose ids of any length
 */
public record GroupKey(String value) implements Comparable<GroupKey> {

    /**
     * The groups of an attack, the one that decides first: author, then thread.
     *
     * <p>An author known by id and by handle has both keys: some sources send only one of them at
     * times.
     */
    public static Set<GroupKey> of(Assessment attack) {
        Assessment.Post post = attack.post();
        Author author = post.author();
        Set<GroupKey> keys =
                ofAuthor(attack.staffId(), post.source(), author.id(), author.handle());
        if (post.threadId() != null) {
            keys.add(key(attack.staffId(), post.source(), "thread", post.threadId()));
        }
        return keys;
    }

    /** The groups of an author. */
    public static Set<GroupKey> ofAuthor(String staffId, String source, String id, String handle) {
        Set<GroupKey> keys = new LinkedHashSet<>();
        if (id != null) {
            keys.add(key(staffId, source, "author", id));
        }
        if (handle != null) {
            keys.add(key(staffId, source, "handle", Author.folded(handle)));
        }
        return keys;
    }

    /** Of everybody who attacks somebody at once. */
    public static GroupKey ofCrowd(String staffId) {
        return key(staffId, "", "crowd", "");
    }

    /**
     * Of texts that share a mark ({@link org.upstander.alert.domain.pattern.Likeness}), wherever
     * they stand.
     */
    public static GroupKey ofMark(String staffId, String mark) {
        return key(staffId, "", "mark", mark);
    }

    /**
     * Of what one author goes on with, however long they pause.
     *
     * @param author key of the account
     * @param pattern its word among an incident's patterns
     */
    public static GroupKey ofPattern(String staffId, String author, String pattern) {
        return key(staffId, author, "pattern", pattern);
    }

    private static GroupKey key(String staffId, String source, String kind, String id) {
        return new GroupKey(Ids.digest("v1", "group", staffId, source, kind, id));
    }

    @Override
    public int compareTo(GroupKey other) {
        return value.compareTo(other.value);
    }
}
