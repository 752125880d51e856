package org.upstander.alert.application.directory;

import java.util.List;

/** An escalation policy as handed in, unchecked; any part may be null. */
public record PolicyDraft(
        String id,
        String displayName,
        List<Step> steps,
        Integer repeat,
        Long roundPauseSeconds,
        String lastResortContactId) {

    public record Step(Long afterSeconds, List<Target> targets) {}

    /** Exactly one of the three is given. */
    public record Target(Boolean staffContact, String contactId, String scheduleId) {}
}
