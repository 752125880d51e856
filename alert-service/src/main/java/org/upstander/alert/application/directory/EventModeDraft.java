package org.upstander.alert.application.directory;

import java.time.Instant;
import java.util.List;

/**
 * An event mode as handed in; anything may be missing.
 *
 * @param kind wire name
 * @param createdBy who hands it in
 */
public record EventModeDraft(
        String id,
        String kind,
        List<String> staff,
        List<String> sources,
        Instant startsAt,
        Instant endsAt,
        String comment,
        String createdBy) {}
