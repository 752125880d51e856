package org.upstander.ingest.domain;

/**
 * What a post answers; at least one of the two is given.
 *
 * @param externalId the source's id of the parent post, or null
 * @param author who wrote the parent, or null where the source does not say
 */
public record ReplyTo(String externalId, Author author) {}
