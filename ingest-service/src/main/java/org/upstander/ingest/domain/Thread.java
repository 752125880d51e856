package org.upstander.ingest.domain;

/**
 * Where a post stands.
 *
 * @param id the source's id of the thread
 * @param title as shown, or null
 */
public record Thread(String id, String title) {}
