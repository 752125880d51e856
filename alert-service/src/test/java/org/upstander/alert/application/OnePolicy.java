package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/** A directory of nobody, in which each incident has the same policy. */
record OnePolicy(EscalationPolicy policy) implements Directory {

    @Override
    public Uni<Void> preload(Collection<String> staffIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<StaffMember>> staff(String id) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Contact>> contact(String id) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Schedule>> schedule(String id) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<EscalationPolicy>> policy(String id) {
        return Uni.createFrom().item(Optional.of(policy));
    }

    @Override
    public Uni<EscalationPolicy> policyFor(StaffMember staff) {
        return Uni.createFrom().item(policy);
    }
}
