package org.upstander.scoring.application;

import java.util.Arrays;
import java.util.List;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;

/**
 * What the author of a post says, without what others are quoted with: those words were judged when
 * they were written. Everything stays in its place. Who quotes what exposes a protected fact says
 * it anew, though, and has it judged.
 */
final class OwnWords {

    private final TextFolder folder;
    private final Binder binder;

    OwnWords(TextFolder folder, Binder binder) {
        this.folder = folder;
        this.binder = binder;
    }

    String of(Post post) {
        if (post.quotes().isEmpty()) {
            return post.text();
        }
        List<Span> exposed = binder.exposed(folder.fold(post.text()));
        char[] chars = post.text().toCharArray();
        for (Span quote : post.quotes()) {
            if (exposed.stream().noneMatch(quote::overlaps)) {
                Arrays.fill(chars, quote.start(), quote.end(), ' ');
                // What stands before and after are two sentences.
                chars[quote.start()] = '\n';
            }
        }
        return new String(chars);
    }
}
