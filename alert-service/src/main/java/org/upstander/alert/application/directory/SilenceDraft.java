package org.upstander.alert.application.directory;

import java.time.Instant;
import java.util.List;

/**
 * A silence as handed in; anything may be missing.
 *
 * @param createdBy who hands it in
 */
public record SilenceDraft(
        String id,
        Matchers matchers,
        Instant startsAt,
        Instant endsAt,
        String comment,
        Boolean includeThreats,
        String threatsReason,
        String createdBy) {

    public record Matchers(
            List<String> staff,
            List<String> authors,
            List<String> sources,
            List<String> categories,
            Integer severityUpTo) {}
}
