package org.upstander.ingest.application.report;

import java.util.List;

/**
 * A mail to codes of which is known whose they are.
 *
 * @param staff ids of those who report by it
 */
public record AddressedMail(CodedMail mail, List<String> staff) {

    public AddressedMail {
        staff = List.copyOf(staff);
    }

    /** Whether it only looks like a report. */
    boolean isNobodys() {
        return staff.isEmpty();
    }

    /** How many of its codes are nobody's. */
    int unknown() {
        return mail.report().codes().size() - staff.size();
    }
}
