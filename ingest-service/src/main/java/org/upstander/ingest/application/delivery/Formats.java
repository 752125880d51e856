package org.upstander.ingest.application.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The platforms that call by themselves. */
public final class Formats {

    private final Map<String, WebhookFormat> byType;

    /**
     * @param formats each of another type
     */
    public Formats(List<WebhookFormat> formats) {
        byType =
                formats.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        WebhookFormat::type, Function.identity()));
    }

    public Optional<WebhookFormat> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    public Set<String> types() {
        return byType.keySet();
    }
}
