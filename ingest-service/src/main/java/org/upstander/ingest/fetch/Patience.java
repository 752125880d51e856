package org.upstander.ingest.fetch;

import java.time.Duration;

/**
 * For how long to listen.
 *
 * @param idle while nothing new comes
 * @param busy from the first news on
 * @param quiet after news with nothing new behind it: then what came need not wait
 */
public record Patience(Duration idle, Duration busy, Duration quiet) {}
