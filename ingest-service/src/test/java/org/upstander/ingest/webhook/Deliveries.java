package org.upstander.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.SignalRules;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** What platforms send, after their documented shapes. */
public final class Deliveries {

    public static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    public static final Source FORUM = source(false);
    public static final Source PRIVATE = source(true);

    private Deliveries() {}

    /** With these secrets. */
    public static Source proven(List<String> secrets) {
        return source(secrets, SourceSettings.NONE);
    }

    private static Source source(boolean privateConsented) {
        return source(
                List.of(), new SourceSettings.Builder().privateConsented(privateConsented).build());
    }

    public static Source source(List<String> secrets, SourceSettings settings) {
        return new Source(
                "main", "any", "Main forum", "forum", null, secrets, null, null, settings, false);
    }

    public static String fixture(String name) {
        try (InputStream in = Deliveries.class.getResourceAsStream("/webhooks/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Delivery of(String body, Map<String, String> headers) {
        return new Delivery(headers, body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    public static Delivery of(String body) {
        return of(body, Map.of());
    }

    /** Which our own rules admit: a platform's post must never bounce for its form. */
    public static Draft.OfPost onlyPost(Said said) {
        Draft.OfPost post = ((Said.Items) said).posts().get(0);
        assertThat(((Said.Items) said).posts()).hasSize(1);
        Draft.OfPost whole = post.text() == null && !post.deleted() ? post.withText("x") : post;
        assertThat(new PostRules(NOW).admit(whole)).isInstanceOf(Admission.Accepted.class);
        return post;
    }

    public static Draft.OfSignal onlySignal(Said said) {
        Draft.OfSignal signal = ((Said.Items) said).signals().get(0);
        assertThat(new SignalRules(NOW).admit(signal)).isInstanceOf(Admission.Accepted.class);
        return signal;
    }
}
