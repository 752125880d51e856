package org.upstander.ingest.domain;

/**
 * What a post answers; the id or the author is given.
 *
 * @param externalId the source's id of the parent post, or null
 * @param author who wrote the parent, or null where the source does not say
 * @param text the beginning of the parent's text, or null
 */
public record ReplyTo(String externalId, Author author, String text) {}
