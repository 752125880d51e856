package org.upstander.alert.domain;

import java.time.ZoneId;
import java.util.List;

/**
 * A protected member of staff, without what is kept only as hashes.
 *
 * @param id the operator's id
 * @param displayName as shown to colleagues
 * @param names full names, first names and nicknames they are known by
 * @param handles their public accounts
 * @param roleTitles how members call the role
 * @param pronouns {@code she/her}, or null
 * @param timeZone where they live
 * @param workingHours {@code Mon-Fri 09:00-17:30}, or null
 * @param junior whether the bar is lower for them
 * @param attackThreshold least probability of an attack that counts as one on them, 0.05 to 0.95;
 *     null: the bar of all staff, or of juniors
 * @param escalation who is called for them
 * @param notice where they want the neutral notice about an incident of their own, or null: they
 *     did not opt in
 * @param language of what is said to them, BCP 47, or null for that of the installation
 */
public record StaffMember(
        String id,
        String displayName,
        List<String> names,
        List<Handle> handles,
        List<String> roleTitles,
        String pronouns,
        ZoneId timeZone,
        String workingHours,
        boolean junior,
        Double attackThreshold,
        Escalation escalation,
        ContactMethod notice,
        String language) {

    private static final int MOST_SEVERE = 4;

    /** With the language of the installation. */
    public StaffMember(
            String id,
            String displayName,
            List<String> names,
            List<Handle> handles,
            List<String> roleTitles,
            String pronouns,
            ZoneId timeZone,
            String workingHours,
            boolean junior,
            Double attackThreshold,
            Escalation escalation,
            ContactMethod notice) {
        this(
                id,
                displayName,
                names,
                handles,
                roleTitles,
                pronouns,
                timeZone,
                workingHours,
                junior,
                attackThreshold,
                escalation,
                notice,
                null);
    }

    public StaffMember {
        names = List.copyOf(names);
        handles = List.copyOf(handles);
        roleTitles = List.copyOf(roleTitles);
    }

    /**
     * @param platform the source of posts in which the handle is theirs
     * @param handle without {@code @}
     */
    public record Handle(String platform, String handle) {}

    /**
     * @param contactId their own contact, or null
     * @param policyId the policy that is followed, or null for {@link EscalationPolicy#DEFAULT_ID}
     * @param seniorContactId who is called as well while the member is a junior, or null: the last
     *     resort
     */
    public record Escalation(String contactId, String policyId, String seniorContactId) {

        /** Without a senior. */
        public Escalation(String contactId, String policyId) {
            this(contactId, policyId, null);
        }
    }

    /** Whether they have a handle on a platform; as scoring-service compares them. */
    public boolean isOn(String platform) {
        return handles.stream().anyMatch(handle -> handle.platform().equalsIgnoreCase(platform));
    }

    /**
     * What an attack on them weighs when it is decided whether and when to call: on a junior one
     * more, so that help comes one severity earlier.
     *
     * @param severity 1 to 4
     */
    public int weight(int severity) {
        return junior ? Math.min(severity + 1, MOST_SEVERE) : severity;
    }
}
