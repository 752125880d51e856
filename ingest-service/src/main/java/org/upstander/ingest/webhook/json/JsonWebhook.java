package org.upstander.ingest.webhook.json;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.delivery.Unreadable;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Original;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.reading.Body;
import org.upstander.ingest.reading.Mapping;

/** Any place that sends JSON, without code: its source declares where the fields stand. */
@Singleton
public class JsonWebhook implements WebhookFormat {

    private static final int MOST = 1000;

    @Override
    public String type() {
        return "json";
    }

    @Override
    public Proof proof(Delivery delivery, Source source) {
        return DeclaredProof.of(delivery, source);
    }

    /** One post, or as many as the array at {@code items} holds. */
    @Override
    public Said read(Delivery delivery, Source source) {
        Map<String, String> pointers = source.settings().mapping();
        Mapping mapping = new Mapping(pointers);
        Body body = Body.any(delivery.body());
        String items = pointers.get("items");
        if (items == null) {
            return Said.Items.post(mapping.post(body, source));
        }
        Body array = body.find(items);
        if (array.size() > MOST) {
            throw new Unreadable(items, "holds more than 1000 items");
        }
        List<Draft.OfPost> posts = new ArrayList<>();
        List<Original> originals = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            posts.add(mapping.post(array.at(at), source));
            originals.add(array.at(at).original());
        }
        return posts.isEmpty()
                ? new Said.Nothing(Said.Why.OTHER_EVENT)
                : new Said.Items(posts, List.of(), originals);
    }
}
