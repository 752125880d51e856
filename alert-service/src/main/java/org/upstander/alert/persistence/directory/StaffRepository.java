package org.upstander.alert.persistence.directory;

import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.StaffProfile;

@ApplicationScoped
class StaffRepository extends DocumentRepository<StaffProfile, StaffRow>
        implements Stores.StaffStore {

    StaffRepository() {
        super(StaffProfile.class, StaffRow::new);
    }

    @Override
    void index(StaffRow row, StaffProfile value) {
        row.contactId = value.member().escalation().contactId();
        row.seniorContactId = value.member().escalation().seniorContactId();
        row.policyId = value.member().escalation().policyId();
    }

    @Override
    public Uni<List<String>> withContact(String contactId, int limit) {
        return ids("contactId = ?1 or seniorContactId = ?1", contactId, limit);
    }

    @Override
    public Uni<List<String>> withPolicy(String policyId, int limit) {
        return ids("policyId = ?1", policyId, limit);
    }

    private Uni<List<String>> ids(String query, String value, int limit) {
        return find(query, Sort.by("id"), value)
                .range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(row -> row.id).toList());
    }
}
