package org.upstander.ingest.poll.discourse;

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

/** Posts of a Discourse forum, for whoever cannot make a web hook there. */
@ApplicationScoped
class DiscoursePoller implements Poller {

    private final Fetch fetch;

    DiscoursePoller(Fetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public String type() {
        return "discourse-posts";
    }

    /** A forum that everybody may read needs no key. */
    @Override
    public Needs needs() {
        return new Needs(Needs.Secret.OPTIONAL, true);
    }

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        Round round = Round.read(cursor, source);
        return fetch.get(
                ask(source, round),
                answer -> round.take(() -> DiscoursePage.read(answer.body(), round.at(), source)),
                Fetched.Nothing::failed);
    }

    private static Ask ask(Source source, Round round) {
        Address address = Address.under(source.url(), "posts.json").with("before", round.at());
        Ask ask = new Ask(address.url()).with("accept", "application/json");
        return source.secrets().isEmpty()
                ? ask
                : ask.with("api-key", source.secrets().get(0).strip())
                        .with("api-username", "system");
    }
}
