package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Whether posts of a place that is watched are seen, told when that changes. Whoever gets the same
 * twice knows it by {@code sourceId}, {@code since} and {@code state}.
 *
 * @param sourceId the operator's id
 * @param displayName what the operator calls it
 * @param platform the {@code source} of its posts
 * @param state from {@code sees, blind, paused}; a reader skips a word it does not know
 * @param cause why it is blind, from {@code silent, rate-limited, empty-content, refused, gone,
 *     unreachable}; null else
 * @param since when the state began: of a blind one, since when posts are missing
 * @param at when that was found; of two records of a source the later one holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceEvent(
        String sourceId,
        String displayName,
        String platform,
        String state,
        String cause,
        Instant since,
        Instant at) {}
