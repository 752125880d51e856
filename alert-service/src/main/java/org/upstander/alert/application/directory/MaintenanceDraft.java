package org.upstander.alert.application.directory;

import java.time.Instant;
import java.util.List;

/**
 * A maintenance window as handed in; anything may be missing.
 *
 * @param pageFromSeverity what is as grave pages all the same
 * @param createdBy who hands it in
 */
public record MaintenanceDraft(
        String id,
        Matchers matchers,
        Integer pageFromSeverity,
        Instant startsAt,
        Instant endsAt,
        String comment,
        String createdBy) {

    public record Matchers(
            List<String> staff,
            List<String> authors,
            List<String> sources,
            List<String> categories) {}
}
