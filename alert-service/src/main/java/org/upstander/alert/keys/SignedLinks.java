package org.upstander.alert.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstander.alert.application.Links;
import org.upstander.alert.application.reading.AcknowledgeLinks;
import org.upstander.alert.config.KeysConfig;

/** Makes and reads acknowledge links; needs no table, so a link works on every instance. */
@ApplicationScoped
@Typed({Links.class, AcknowledgeLinks.class})
class SignedLinks implements Links, AcknowledgeLinks {

    private static final String PURPOSE = "acknowledge";

    private final KeysConfig config;
    private final SignedText signed;
    private final List<SignedText> readers;
    private final Clock clock;

    SignedLinks(KeysConfig config, Clock clock) {
        this.config = config;
        this.signed = new SignedText(config.link());
        this.readers =
                Stream.concat(
                                Stream.of(signed),
                                config.otherLinks().orElse(List.of()).stream().map(SignedText::new))
                        .toList();
        this.clock = clock;
    }

    @Override
    public URI incident(String incidentId) {
        return address("/v1/incidents/" + incidentId);
    }

    @Override
    public URI acknowledge(String incidentId, String contactId) {
        long expiry = clock.instant().plus(config.linkLifetime()).getEpochSecond();
        return address("/a/" + signed.seal(PURPOSE, expiry + "\n" + incidentId + "\n" + contactId));
    }

    @Override
    public Optional<Grant> open(String token) {
        return readers.stream()
                .flatMap(reader -> reader.open(PURPOSE, token).stream())
                .findFirst()
                .map(text -> text.split("\n", -1))
                .filter(parts -> parts.length == 3)
                .map(
                        parts ->
                                new Grant(
                                        parts[1],
                                        parts[2],
                                        Instant.ofEpochSecond(Long.parseLong(parts[0]))));
    }

    private URI address(String path) {
        String base = config.publicUrl().toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
