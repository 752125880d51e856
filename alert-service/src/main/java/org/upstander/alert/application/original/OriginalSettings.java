package org.upstander.alert.application.original;

/**
 * Which originals incidents keep.
 *
 * @param wanted whether any; there must be a key
 * @param perIncident so many of the first posts of an incident
 */
public record OriginalSettings(boolean wanted, int perIncident) {

    public OriginalSettings {
        if (perIncident < 0 || perIncident > 10_000) {
            throw new IllegalArgumentException(
                    "UPSTANDER_EVIDENCE_PER_INCIDENT must be from 0 to 10000");
        }
    }
}
