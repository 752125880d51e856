package org.upstander.scoring.application;

import java.util.Arrays;
import java.util.List;
import org.upstander.scoring.domain.Assessment;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;

/**
 * Takes protected identifiers out of what leaves scoring: whoever reads about an attack must not
 * learn the address that the attacker published. In the text each UTF-16 code unit becomes a block,
 * so that offsets stay right; a title, a name or a link that holds one is left out.
 */
final class Blackout {
    private static final char BLOCK = '\u2588';

    private final TextFolder folder;
    private final Binder binder;

    Blackout(TextFolder folder, Binder binder) {
        this.folder = folder;
        this.binder = binder;
    }

    /** The post as it may be shown; the same instance where nothing is protected. */
    Post of(Post post, FoldedText text) {
        Post.Author author = author(post.author());
        Post.Thread thread = thread(post.thread());
        // A link mostly repeats the title.
        String url = thread == post.thread() ? clean(post.url()) : null;
        List<Span> exposed = binder.exposed(text);
        boolean same =
                exposed.isEmpty()
                        && author == post.author()
                        && thread == post.thread()
                        && url == post.url()
                        && (post.replyTo() == null || post.replyTo().text() == null);
        return same
                ? post
                : new Post(
                        post.postId(),
                        post.revision(),
                        post.source(),
                        post.externalId(),
                        author,
                        thread,
                        withoutText(post.replyTo()),
                        blacked(post.text(), exposed),
                        post.deleted(),
                        post.postedAt(),
                        url,
                        post.language(),
                        post.importedScores(),
                        post.quotes());
    }

    /** The parent is another post, and is shown as that one. */
    private static Post.ReplyTo withoutText(Post.ReplyTo parent) {
        return parent == null ? null : new Post.ReplyTo(parent.externalId(), parent.author(), null);
    }

    /** The assessment with the words that bound taken from the post as it may be shown. */
    static Assessment of(Assessment assessment, Post shown) {
        Assessment.Binding binding = assessment.binding();
        String words = words(binding, shown.text());
        if (words == null ? binding.text() == null : words.equals(binding.text())) {
            return assessment;
        }
        return new Assessment(
                assessment.staffId(),
                assessment.verdict(),
                assessment.severity(),
                assessment.score(),
                assessment.categories(),
                new Assessment.Binding(binding.how(), words, binding.start(), binding.end()),
                assessment.evidence(),
                assessment.explanation(),
                assessment.shadow());
    }

    private static String words(Assessment.Binding binding, String shown) {
        return binding.text() == null || binding.how() == BindingKind.PROTECTED
                ? null
                : shown.substring(binding.start(), binding.end());
    }

    private static String blacked(String text, List<Span> exposed) {
        if (exposed.isEmpty()) {
            return text;
        }
        char[] chars = text.toCharArray();
        exposed.forEach(span -> Arrays.fill(chars, span.start(), span.end(), BLOCK));
        return new String(chars);
    }

    private Post.Author author(Post.Author author) {
        if (author == null || author.displayName() == null || isClean(author.displayName())) {
            return author;
        }
        return new Post.Author(author.id(), author.handle(), null, author.bot(), author.staff());
    }

    private Post.Thread thread(Post.Thread thread) {
        if (thread == null || thread.title() == null || isClean(thread.title())) {
            return thread;
        }
        return new Post.Thread(thread.id(), null);
    }

    private String clean(String value) {
        return value == null || isClean(value) ? value : null;
    }

    private boolean isClean(String value) {
        return binder.exposed(folder.fold(value)).isEmpty();
    }
}
