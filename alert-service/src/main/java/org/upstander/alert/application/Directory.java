package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/** Who works here and who is called for them. Reads within the caller's transaction. */
public interface Directory {

    /** Reads what is known about these people in a few statements, whatever their number. */
    Uni<Void> preload(Collection<String> staffIds);

    Uni<Optional<StaffMember>> staff(String id);

    Uni<Optional<Contact>> contact(String id);

    Uni<Optional<Schedule>> schedule(String id);

    /** The policy with this id; the built-in one is {@link EscalationPolicy#DEFAULT_ID}. */
    Uni<Optional<EscalationPolicy>> policy(String id);

    /** The policy that the member of staff names, or the built-in one; never fails to find one. */
    Uni<EscalationPolicy> policyFor(StaffMember staff);
}
