package org.upstander.ingest.poll.jetstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.application.poll.Poller;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Ask;
import org.upstander.ingest.fetch.Heard;
import org.upstander.ingest.fetch.Listen;
import org.upstander.ingest.fetch.Patience;

/**
 * Bluesky by Jetstream. Each listening goes on a little before where the last one ended, and passes
 * over what it knows from there.
 */
@ApplicationScoped
class JetstreamPoller implements Poller {

    private static final Needs NEEDS = new Needs(Needs.Secret.NONE, true, Set.of("ws", "wss"));
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(1));

    private final Listen listen;
    private final Clock clock;

    JetstreamPoller(Listen listen, Clock clock) {
        this.listen = listen;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "bluesky";
    }

    @Override
    public Needs needs() {
        return NEEDS;
    }

    @Override
    public boolean listens() {
        return true;
    }

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        Instant now = clock.instant();
        JetstreamCursor at = JetstreamCursor.read(cursor).of(source.url(), now);
        JetstreamBatch batch = new JetstreamBatch(at.kept(now), source, now);
        Ask ask = new Ask(JetstreamUrl.from(source.url(), at.kept(now).from()));
        return listen.webSocket(ask, PATIENCE, batch)
                .thenApply(heard -> polled(heard, batch, at, now));
    }

    /** What came counts, also where the connection broke behind it. */
    private static Polled polled(
            Heard heard, JetstreamBatch batch, JetstreamCursor at, Instant asked) {
        if (heard.broken().isPresent() && !batch.hasNews()) {
            return heard.failed();
        }
        if (batch.isNoJetstream()) {
            return JetstreamBatch.NOT_READABLE;
        }
        JetstreamCursor next =
                batch.isSilent() && heard.broken().isEmpty()
                        ? batch.cursor().afterSilence(at.kept(asked), asked, PATIENCE.idle())
                        : batch.cursor();
        return new Polled.Answered(
                batch.items(),
                batch.reposts(),
                next.write(),
                true,
                Duration.ZERO,
                at.lostSince(asked));
    }
}
