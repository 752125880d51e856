package org.upstander.ingest.webhook;

/** How one platform signs its deliveries, and what they say. Stateless. */
public interface WebhookFormat {

    /** As sources name it in {@code type}. */
    String type();

    /** Looks at the raw bytes; nothing of them is parsed before. */
    Proof proof(Delivery delivery, Secrets secrets);

    /**
     * Reads a delivery that is proven.
     *
     * @throws Unreadable where it is not of the platform's form
     */
    Said read(Delivery delivery, Source source);
}
