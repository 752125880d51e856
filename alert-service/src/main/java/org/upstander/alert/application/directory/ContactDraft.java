package org.upstander.alert.application.directory;

import java.util.List;

/** A contact as handed in, unchecked; any part may be null. See {@code Contact}. */
public record ContactDraft(
        String id, String displayName, List<Method> methods, String timeZone, String staffId) {

    /**
     * @param channel wire name
     * @param verified null means no
     */
    public record Method(String channel, String address, Boolean verified) {}
}
