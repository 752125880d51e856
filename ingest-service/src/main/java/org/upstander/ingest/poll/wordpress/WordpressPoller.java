package org.upstander.ingest.poll.wordpress;

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

/** Comments of a WordPress site, for whoever cannot add code there. */
@ApplicationScoped
class WordpressPoller implements Poller {

    private final Fetch fetch;

    WordpressPoller(Fetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public String type() {
        return "wordpress-comments";
    }

    @Override
    public Needs needs() {
        return Needs.AN_ADDRESS;
    }

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        Round round = Round.read(cursor, source);
        int number = round.at() == null ? 1 : Integer.parseInt(round.at());
        return fetch.get(
                ask(source, number),
                answer ->
                        round.take(
                                () ->
                                        WordpressPage.read(
                                                answer.body(),
                                                number,
                                                answer.header("x-wp-totalpages"),
                                                source)),
                Fetched.Nothing::failed);
    }

    private static Ask ask(Source source, int number) {
        Address address =
                Address.under(source.url(), "wp-json/wp/v2/comments")
                        .with("per_page", Integer.toString(WordpressPage.SIZE))
                        .with("orderby", "date_gmt")
                        .with("order", "desc")
                        .with("page", Integer.toString(number));
        return new Ask(address.url()).with("accept", "application/json");
    }
}
