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
        Set<GroupKey> keys = new LinkedHashSet<>();
        if (post.author().id() != null) {
            keys.add(key(attack, "author", post.author().id()));
        }
        if (post.author().handle() != null) {
            keys.add(key(attack, "handle", Author.folded(post.author().handle())));
        }
        if (post.threadId() != null) {
            keys.add(key(attack, "thread", post.threadId()));
        }
        return keys;
    }

    private static GroupKey key(Assessment attack, String kind, String id) {
        return new GroupKey(
                Ids.digest("v1", "group", attack.staffId(), attack.post().source(), kind, id));
    }

    @Override
    public int compareTo(GroupKey other) {
        return value.compareTo(other.value);
    }
}
