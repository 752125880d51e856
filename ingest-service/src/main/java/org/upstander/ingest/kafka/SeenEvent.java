package org.upstander.ingest.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.upstander.contracts.v1.PostEvent;
import org.upstander.ingest.application.SeenPosts;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.PostId;
import org.upstander.ingest.domain.Quote;

/** As much of a {@link PostEvent} as is remembered. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SeenEvent(
        String postId,
        String revision,
        org.upstander.contracts.v1.Author author,
        String text,
        boolean deleted,
        List<PostEvent.Quote> quotes) {

    SeenEvent {
        quotes = quotes == null ? List.of() : quotes;
    }

    private static final ObjectReader JSON =
            JsonMapper.builder().build().readerFor(SeenEvent.class);

    /** Empty where it cannot be read, or nothing is to be remembered of it. */
    static Optional<SeenEvent> read(byte[] event) {
        try {
            SeenEvent read = JSON.readValue(event);
            return read.isWhole() ? Optional.of(read) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void remember(SeenPosts seen) {
        seen.remember(
                postId,
                revision,
                author(author),
                text,
                quotes.stream().map(SeenEvent::quote).toList());
    }

    private boolean isWhole() {
        boolean given = postId != null && revision != null && author != null && text != null;
        int from = 0;
        for (PostEvent.Quote quote : quotes) {
            if (!given || quote.start() < from || quote.end() > text.length()) {
                return false;
            }
            from = quote.end();
        }
        return given && !deleted;
    }

    private static Quote quote(PostEvent.Quote quote) {
        return new Quote(quote.start(), quote.end(), new PostId(quote.postId()));
    }

    private static Author author(org.upstander.contracts.v1.Author author) {
        return new Author(
                author.id(),
                author.handle(),
                author.displayName(),
                Boolean.TRUE.equals(author.bot()),
                Boolean.TRUE.equals(author.staff()));
    }
}
