package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.config.DirectoryConfig;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.StaffMember;

/** The directory as the escalation sees it. */
@ApplicationScoped
class StoredDirectory implements Directory {

    private final StaffRepository staff;
    private final ContactRepository contacts;
    private final PolicyRepository policies;
    private final EscalationPolicy builtIn;

    StoredDirectory(
            StaffRepository staff,
            ContactRepository contacts,
            PolicyRepository policies,
            DirectoryConfig config) {
        this.staff = staff;
        this.contacts = contacts;
        this.policies = policies;
        this.builtIn = EscalationPolicy.builtIn(config.lastResortContact().orElse(null));
    }

    @Override
    public Uni<Optional<StaffMember>> staff(String id) {
        return staff.find(id).map(found -> found.map(entry -> entry.value().member()));
    }

    @Override
    public Uni<Optional<Contact>> contact(String id) {
        return contacts.find(id).map(found -> found.map(Stored::value));
    }

    /** A stored policy named {@code default} takes the built-in one's place. */
    @Override
    public Uni<EscalationPolicy> policyFor(StaffMember member) {
        String named = member.escalation().policyId();
        return policy(named == null ? EscalationPolicy.DEFAULT_ID : named)
                .chain(
                        found ->
                                found.isPresent() || named == null
                                        ? Uni.createFrom().item(found)
                                        : policy(EscalationPolicy.DEFAULT_ID))
                .map(found -> found.orElse(builtIn));
    }

    private Uni<Optional<EscalationPolicy>> policy(String id) {
        return policies.find(id).map(found -> found.map(Stored::value));
    }
}
