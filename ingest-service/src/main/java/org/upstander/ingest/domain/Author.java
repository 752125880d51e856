package org.upstander.ingest.domain;

/**
 * Who wrote something, as the source names them. In an admitted item at least one of {@code id} and
 * {@code handle} is given.
 *
 * @param id the source's own stable id, or null
 * @param handle the name others address, without {@code @}, or null
 * @param displayName the name shown, or null
 */
public record Author(String id, String handle, String displayName) {}
