package org.upstander.alert.domain;

/**
 * What scoring-service judges by, for everybody without a bar of their own.
 *
 * @param live what decides
 * @param shadow what is tried beside it and pages nobody; or null
 * @param updatedBy who put it: {@code token:tk-…} or the subject of an OIDC token
 */
public record ThresholdSettings(Thresholds live, Thresholds shadow, String updatedBy) {

    /** There is one entry, and this is its id. */
    public static final String ID = "everybody";

    /** Whether scoring would judge alike by both. */
    public boolean judgesAs(ThresholdSettings other) {
        return live.equals(other.live)
                && (shadow == null ? other.shadow == null : shadow.equals(other.shadow));
    }
}
