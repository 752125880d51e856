package org.upstander.alert.application.directory;

import java.util.List;

/**
 * A member of staff as handed in, unchecked; any part may be null. See {@code StaffProfile}.
 *
 * @param protectedItems null: keep what is protected; empty: protect nothing
 */
public record StaffDraft(
        String id,
        String displayName,
        List<String> names,
        List<Handle> handles,
        List<String> roleTitles,
        String pronouns,
        String timeZone,
        String workingHours,
        Boolean junior,
        Double attackThreshold,
        List<ProtectedItem> protectedItems,
        String contactId,
        String policyId,
        String seniorContactId,
        Notice notice,
        String language) {

    public record Handle(String platform, String handle) {}

    /**
     * @param kind wire name
     * @param value in clear; null in an item that came from a GET and means: keep those of the kind
     */
    public record ProtectedItem(String kind, String value) {}

    public record Notice(String channel, String address) {}
}
