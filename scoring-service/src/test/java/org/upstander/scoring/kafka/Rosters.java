package org.upstander.scoring.kafka;

import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.text.Folding;

/** Whether a roster in force knows somebody. */
public final class Rosters {

    private Rosters() {}

    public static boolean binds(LiveRoster roster, String name, String id) {
        String text = name + " wrote this.";
        Post post =
                new Post(
                        null,
                        null,
                        "forum",
                        "1",
                        new Post.Author("1", "somebody", null),
                        null,
                        null,
                        text,
                        false,
                        null,
                        null,
                        null);
        return roster.current().binder().bind(post, new Folding().fold(text)).mentions().stream()
                .anyMatch(mention -> mention.staffId().equals(id));
    }
}
