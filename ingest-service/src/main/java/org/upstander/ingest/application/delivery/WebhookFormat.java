package org.upstander.ingest.application.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstander.ingest.domain.Source;

/** How one platform signs its deliveries, and what they say. Stateless. */
public interface WebhookFormat {

    /** As sources name it in {@code type}. */
    String type();

    /** Whether there is anything that could prove its deliveries. */
    default boolean canProve(Source source) {
        return !source.secrets().isEmpty();
    }

    /** Whether who sends what is not proven is not to know that nothing came of it. */
    default boolean ignoresUnproven() {
        return false;
    }

    /**
     * Looks at the raw bytes; nothing of them is parsed before.
     *
     * @param source whose secrets count
     */
    Proof proof(Delivery delivery, Source source);

    /**
     * Reads a delivery that is proven.
     *
     * @throws Unreadable where it is not of the platform's form
     */
    Said read(Delivery delivery, Source source);

    /**
     * What to say to a platform that asks, before it sends anything, whether it is welcome.
     *
     * @param query of its GET
     * @return the text that it wants to read; empty where it is not welcome, or never asks
     */
    default Optional<String> welcome(Map<String, String> query, Source source) {
        return Optional.empty();
    }

    /** Whether a delivery that was taken is answered with nothing (204) at all. */
    default boolean wantsNoBody() {
        return false;
    }

    /** Headers, in small letters, that tell deliveries with the same body apart. */
    default List<String> tellingHeaders() {
        return List.of();
    }
}
