package org.upstander.ingest.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Passage;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.PostId;
import org.upstander.ingest.domain.Quote;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Sentences;

/**
 * Who wrote the latest posts, and which sentences stood in them. So an answer whose source does not
 * say whom it answers gets to know it, and a quote counts as another's words if it was seen as
 * such: whoever puts an attack of his own into quotation marks has it judged as his.
 *
 * <p>Memory of one instance, no promise: what is not known stays as it came. Authors and hashes of
 * sentences only, no text.
 */
public final class SeenPosts {

    /** Of one post; of a longer one the rest is never known again. */
    private static final int SENTENCES = 64;

    private static final int SENTENCES_PER_POST = 5;
    private static final int QUOTES = 20;

    private final Writers writers;
    private final SaidSentences said;

    /**
     * @param most posts that are remembered at least, the latest; up to twice as many are
     */
    public SeenPosts(int most) {
        this.writers = new Writers(most);
        this.said = new SaidSentences(most * SENTENCES_PER_POST);
    }

    /** Posts that are remembered. */
    int remembered() {
        return writers.size();
    }

    private record Writer(Author author, String revision) {}

    /** Whether this revision was remembered before. */
    public boolean knows(String postId, String revision) {
        Writer writer = writers.of(postId);
        return writer != null && writer.revision.equals(revision);
    }

    /**
     * @param quotes what of the text others said, and so not the author
     */
    public void remember(
            String postId, String revision, Author author, String text, List<Quote> quotes) {
        writers.put(postId, new Writer(author, revision));
        int from = 0;
        int room = SENTENCES;
        for (Quote quote : quotes) {
            room -= remember(postId, text, from, quote.start(), room);
            from = quote.end();
        }
        remember(postId, text, from, text.length(), room);
    }

    private int remember(String postId, String text, int from, int to, int room) {
        List<Long> sentences = Sentences.of(text, from, to);
        int known = Math.min(room, sentences.size());
        for (int i = 0; i < known; i++) {
            said.put(sentences.get(i), postId);
        }
        return known;
    }

    /**
     * The post with what is known of whom it answers and quotes.
     *
     * @param marked passages of its text that it marks as quotes
     */
    Post complete(Post post, List<Passage> marked) {
        List<Quote> quotes = quotes(post, marked);
        return post.with(replyTo(post, quotes), quotes);
    }

    private ReplyTo replyTo(Post post, List<Quote> quotes) {
        ReplyTo given = post.replyTo();
        if (given == null) {
            return beginsWithQuote(post, quotes)
                    ? author(quotes.get(0).post())
                            .map(author -> new ReplyTo(null, author, null))
                            .orElse(null)
                    : null;
        }
        return given.author() != null
                ? given
                : author(PostId.of(post.source(), given.externalId()))
                        .map(author -> new ReplyTo(given.externalId(), author, given.text()))
                        .orElse(given);
    }

    /** Whoever begins with what somebody said answers it. */
    private static boolean beginsWithQuote(Post post, List<Quote> quotes) {
        return !quotes.isEmpty() && post.text().substring(0, quotes.get(0).start()).isBlank();
    }

    private List<Quote> quotes(Post post, List<Passage> marked) {
        if (marked.isEmpty() || post.author() == null) {
            return List.of();
        }
        List<Quote> quotes = new ArrayList<>();
        for (Passage passage : marked) {
            int end = Math.min(passage.end(), post.text().length());
            if (passage.start() < end && quotes.size() < QUOTES) {
                whereSaid(Sentences.of(post.text(), passage.start(), end))
                        .filter(said -> !isBy(post.author(), said))
                        .ifPresent(said -> quotes.add(new Quote(passage.start(), end, said)));
            }
        }
        return quotes;
    }

    /** The one post in which all of the sentences stood. */
    private Optional<PostId> whereSaid(List<Long> sentences) {
        Set<Long> all = Set.copyOf(sentences);
        Set<String> posts = new HashSet<>();
        all.forEach(one -> posts.add(said.post(one)));
        return posts.size() == 1
                ? Optional.ofNullable(posts.iterator().next()).map(PostId::new)
                : Optional.empty();
    }

    private Optional<Author> author(PostId post) {
        return Optional.ofNullable(writers.of(post.value())).map(Writer::author);
    }

    /** Also where it is not known any more who wrote it. */
    private boolean isBy(Author author, PostId post) {
        return author(post).map(writer -> isSame(writer, author)).orElse(true);
    }

    /**
     * Of the latest posts. Two tables, of which the older is forgotten as a whole when the younger
     * is full: to take out the oldest for each that comes costs as much as to put that in.
     */
    private static final class Writers {

        private final int most;
        private Map<String, Writer> younger = new HashMap<>();
        private Map<String, Writer> older = Map.of();

        Writers(int most) {
            this.most = most;
        }

        synchronized void put(String post, Writer writer) {
            if (younger.size() >= most) {
                older = younger;
                younger = new HashMap<>(2 * most);
            }
            younger.put(post, writer);
        }

        synchronized Writer of(String post) {
            Writer writer = younger.get(post);
            return writer == null ? older.get(post) : writer;
        }

        synchronized int size() {
            return younger.size() + older.size();
        }
    }

    private static boolean isSame(Author one, Author other) {
        if (one.id() != null && other.id() != null) {
            return one.id().equals(other.id());
        }
        return one.handle() != null && one.handle().equalsIgnoreCase(other.handle());
    }
}
