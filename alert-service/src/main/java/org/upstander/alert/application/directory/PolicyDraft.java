package org.upstander.alert.application.directory;

import java.util.List;
import java.util.Map;

/** An escalation policy as handed in, unchecked; any part may be null. */
public record PolicyDraft(
        String id,
        String displayName,
        List<Step> steps,
        Integer repeat,
        Long roundPauseSeconds,
        String lastResortContactId,
        Paging paging) {

    /**
     * @param acknowledgeExpires ISO 8601 durations by severity; null for never
     */
    public record Paging(
            Long groupWaitSeconds,
            Long groupIntervalSeconds,
            Long repeatSeconds,
            Integer acknowledgements,
            Map<String, String> acknowledgeExpires) {}

    public record Step(Long afterSeconds, List<Target> targets) {}

    /** Exactly one of the three is given. */
    public record Target(Boolean staffContact, String contactId, String scheduleId) {}
}
