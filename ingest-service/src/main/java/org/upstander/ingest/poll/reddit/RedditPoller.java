package org.upstander.ingest.poll.reddit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.application.poll.Poller;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Ask;
import org.upstander.ingest.fetch.Fetch;
import org.upstander.ingest.fetch.Fetched;
import org.upstander.ingest.poll.Address;
import org.upstander.ingest.poll.Round;

/** Comments and posts of Reddit, as a listing has them, the newest first. */
@ApplicationScoped
class RedditPoller implements Poller {

    private final Fetch fetch;

    RedditPoller(Fetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public String type() {
        return "reddit";
    }

    @Override
    public Needs needs() {
        return new Needs(Needs.Secret.REQUIRED, true);
    }

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        Round round = Round.read(cursor, source);
        return fetch.get(
                ask(source, round),
                answer ->
                        round.take(
                                () -> RedditPage.read(answer.body(), source),
                                RedditLimit.pause(answer)),
                Fetched.Nothing::failed);
    }

    /** Never by {@code before}: when the post that it names is deleted, nothing comes any more. */
    private static Ask ask(Source source, Round round) {
        Address address =
                Address.of(source.url())
                        .with("limit", "100")
                        .with("raw_json", "1")
                        .with("after", round.at());
        return new Ask(address.url())
                .with("accept", "application/json")
                .with("authorization", "Bearer " + source.secrets().get(0).strip());
    }
}
