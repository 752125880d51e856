package org.upstander.ingest.application.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.upstander.ingest.application.AcceptPosts;
import org.upstander.ingest.application.AcceptSignals;
import org.upstander.ingest.application.source.KnownSources;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.Source;

/** Tells what would come of a delivery; nothing is stored, remembered or counted. */
@ApplicationScoped
public class ProbeDelivery {

    private final KnownSources sources;
    private final Formats formats;
    private final AcceptPosts posts;
    private final AcceptSignals signals;

    ProbeDelivery(KnownSources sources, Formats formats, AcceptPosts posts, AcceptSignals signals) {
        this.sources = sources;
        this.formats = formats;
        this.posts = posts;
        this.signals = signals;
    }

    /**
     * What would come of it.
     *
     * @param proof whether its platform would be believed
     * @param outcome what it says where it is believed
     */
    public record Probe(Proof proof, Outcome outcome) {}

    /**
     * @return empty where no source of this id takes deliveries
     */
    public Optional<Probe> probe(String sourceId, Delivery delivery) {
        return sources.find(sourceId)
                .flatMap(
                        source ->
                                formats.of(source.type())
                                        .map(format -> probe(source, format, delivery)));
    }

    private Probe probe(Source source, WebhookFormat format, Delivery delivery) {
        Proof proof = format.canProve(source) ? format.proof(delivery, source) : Proof.WRONG;
        try {
            Said said = format.read(delivery, source);
            return new Probe(
                    proof,
                    said instanceof Said.Items items
                            ? checked(items, format)
                            : new Outcome.Heard(said));
        } catch (Unreadable e) {
            return new Probe(proof, new Outcome.NotReadable(e.pointer(), e.getMessage()));
        }
    }

    private Outcome checked(Said.Items items, WebhookFormat format) {
        List<Admission<Post>> written = items.posts().stream().map(posts::check).toList();
        List<Admission<Signal>> told = items.signals().stream().map(signals::check).toList();
        return new Outcome.Taken(written, told, format.wantsNoBody());
    }
}
