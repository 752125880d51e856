package org.upstander.ingest.webhook.cloudevents;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.upstander.ingest.webhook.json.DeclaredProof;

/**
 * CloudEvents 1.0 over HTTP, structured, batched and binary, with JSON data: a post as {@code POST
 * /v1/posts} takes it, or as the source maps it.
 */
@Singleton
public class CloudEventsWebhook implements WebhookFormat {

    private static final String VERSION = "1.0";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int MOST = 1000;
    private static final List<String> ATTRIBUTES = List.of("id", "source", "type");

    @Override
    public String type() {
        return "cloudevents";
    }

    @Override
    public Proof proof(Delivery delivery, Source source) {
        return DeclaredProof.of(delivery, source);
    }

    /** In binary mode two events may have the same body. */
    @Override
    public List<String> tellingHeaders() {
        return List.of("ce-source", "ce-id");
    }

    @Override
    public Said read(Delivery delivery, Source source) {
        Map<String, String> declared = source.settings().mapping();
        Mapping mapping = new Mapping(declared.isEmpty() ? Mapping.OUR_OWN : declared);
        List<Draft.OfPost> posts = new ArrayList<>();
        List<Original> originals = new ArrayList<>();
        List<Body> all = data(delivery);
        for (Body data : all) {
            posts.add(mapping.post(data, source));
            originals.add(data.original());
        }
        if (posts.isEmpty()) {
            return new Said.Nothing(Said.Why.PING);
        }
        return new Said.Items(posts, List.of(), all.size() == 1 ? List.of() : originals);
    }

    private static List<Body> data(Delivery delivery) {
        String type = String.valueOf(delivery.header("content-type")).toLowerCase(Locale.ROOT);
        if (type.startsWith(BATCH)) {
            Body batch = Body.any(delivery.body());
            if (batch.size() > MOST) {
                throw new Unreadable("", "send at most 1000 events at a time");
            }
            List<Body> all = new ArrayList<>();
            for (int at = 0; at < batch.size(); at++) {
                all.add(structured(batch.at(at)));
            }
            return all;
        }
        return List.of(
                type.startsWith(STRUCTURED)
                        ? structured(Body.of(delivery.body()))
                        : binary(delivery));
    }

    private static Body structured(Body event) {
        if (!VERSION.equals(event.text("specversion"))) {
            throw new Unreadable(event.pointer() + "/specversion", "must be 1.0");
        }
        ATTRIBUTES.forEach(event::needed);
        return event.at("data");
    }

    private static Body binary(Delivery delivery) {
        if (!VERSION.equals(delivery.header("ce-specversion"))) {
            throw new Unreadable("", "send the header ce-specversion: 1.0, or structured mode");
        }
        for (String attribute : ATTRIBUTES) {
            if (delivery.header("ce-" + attribute) == null) {
                throw new Unreadable("", "send the header ce-" + attribute);
            }
        }
        return Body.of(delivery.body());
    }
}
