package org.upstander.alert.persistence.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "staff")
class StaffRow extends DirectoryRow {

    @Column(name = "contact_id")
    String contactId;

    @Column(name = "senior_contact_id")
    String seniorContactId;

    @Column(name = "policy_id")
    String policyId;
}
