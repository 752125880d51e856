package org.upstander.ingest.kafka;

import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.ingest.application.PostLog;
import org.upstander.ingest.domain.AttributeScore;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Quote;
import org.upstander.ingest.domain.ReplyTo;
import org.upstander.ingest.domain.Thread;

/**
 * Posts on {@link Topics#POSTS}, and what they were read from on {@link Topics#ORIGINALS}: sent
 * together and waited for together, so that what has its 202 has both.
 */
@ApplicationScoped
class KafkaPostLog implements PostLog {

    private static final ObjectWriter JSON = EventJson.of(PostEvent.class);

    private final KafkaWriter writer;
    private final SealedOriginals originals;

    KafkaPostLog(KafkaWriter writer, SealedOriginals originals) {
        this.writer = writer;
        this.originals = originals;
    }

    @Override
    public CompletionStage<Void> append(List<Post> posts, String traceParent) {
        String at = posts.get(0).receivedAt().toString();
        EventHeaders headers = new EventHeaders(EventTypes.POST, at, traceParent);
        EventHeaders sealed = EventHeaders.ofBytes(EventTypes.ORIGINAL, at);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(2 * posts.size());
        for (Post post : posts) {
            String id = id(post);
            records.add(record(post, id, headers));
            if (originals.has(post)) {
                records.add(originals.record(post, id, sealed));
            }
        }
        return writer.write(records);
    }

    @Override
    public CompletionStage<Void> appendOriginals(List<Post> posts) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (Post post : posts) {
            if (originals.has(post)) {
                String at = post.receivedAt().toString();
                records.add(
                        originals.record(
                                post, id(post), EventHeaders.ofBytes(EventTypes.ORIGINAL, at)));
            }
        }
        return records.isEmpty() ? CompletableFuture.completedFuture(null) : writer.write(records);
    }

    /** Post and revision. */
    static String id(Post post) {
        return post.id().value() + "-" + post.revision().value();
    }

    private static ProducerRecord<String, byte[]> record(
            Post post, String id, EventHeaders headers) {
        return new ProducerRecord<>(
                Topics.POSTS, null, key(post), EventJson.bytes(JSON, event(post)), headers.of(id));
    }

    /** The rule of {@link Topics#POSTS}. */
    static String key(Post post) {
        String place = post.thread() == null ? post.externalId() : post.thread().id();
        return post.source() + "/" + place;
    }

    static PostEvent event(Post post) {
        return new PostEvent(
                post.id().value(),
                post.revision().value(),
                post.source(),
                post.externalId(),
                author(post.author()),
                thread(post.thread()),
                replyTo(post.replyTo()),
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
                attributeScores(post.attributeScores()),
                quotes(post.quotes()));
    }

    /** Null rather than an empty list, as the scores. */
    private static List<PostEvent.Quote> quotes(List<Quote> quotes) {
        return quotes.isEmpty()
                ? null
                : quotes.stream()
                        .map(q -> new PostEvent.Quote(q.start(), q.end(), q.post().value()))
                        .toList();
    }

    /** Null rather than an empty list, which nearly every post would carry. */
    private static List<PostEvent.AttributeScore> attributeScores(List<AttributeScore> scores) {
        return scores.isEmpty()
                ? null
                : scores.stream()
                        .map(s -> new PostEvent.AttributeScore(s.name(), s.value()))
                        .toList();
    }

    static org.upstander.contracts.v1.Author author(Author author) {
        return author == null
                ? null
                : new org.upstander.contracts.v1.Author(
                        author.id(),
                        author.handle(),
                        author.displayName(),
                        orNothing(author.bot()),
                        orNothing(author.staff()));
    }

    /** What a source does not say, and that something is not so, are one to us. */
    private static Boolean orNothing(boolean said) {
        return said ? Boolean.TRUE : null;
    }

    private static PostEvent.Thread thread(Thread thread) {
        return thread == null ? null : new PostEvent.Thread(thread.id(), thread.title());
    }

    private static PostEvent.ReplyTo replyTo(ReplyTo replyTo) {
        return replyTo == null
                ? null
                : new PostEvent.ReplyTo(
                        replyTo.externalId(), author(replyTo.author()), replyTo.text());
    }
}
