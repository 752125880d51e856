package org.upstander.alert.engine;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.upstander.alert.application.Directory;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.QuietHours;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/** Whoever the tests employ. */
@Alternative
@Singleton
class ScriptedDirectory implements Directory {

    private final Map<String, StaffMember> staff = new ConcurrentHashMap<>();
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final Map<String, EscalationPolicy> policies = new ConcurrentHashMap<>();

    private final Map<String, Schedule> schedules = new ConcurrentHashMap<>();

    /** With the built-in policy and no last resort, unless {@link #policy} says otherwise. */
    StaffMember staff(String id, String contactId, ContactMethod notice) {
        StaffMember member =
                new StaffMember(
                        id,
                        "Dana Okafor",
                        List.of("Dana"),
                        List.of(new StaffMember.Handle("forum", id + "_cm")),
                        List.of(),
                        null,
                        ZoneOffset.UTC,
                        null,
                        false,
                        null,
                        new StaffMember.Escalation(contactId, null),
                        notice);
        staff.put(id, member);
        return member;
    }

    void employ(StaffMember member) {
        staff.put(member.id(), member);
    }

    void contact(String id, String staffId, ContactMethod... methods) {
        contacts.put(
                id, new Contact(id, "Lead " + id, Arrays.asList(methods), ZoneOffset.UTC, staffId));
    }

    void contact(Contact contact) {
        contacts.put(contact.id(), contact);
    }

    void quiet(String id, QuietHours hours, ContactMethod... methods) {
        contacts.put(
                id,
                new Contact(id, "Lead " + id, Arrays.asList(methods), ZoneOffset.UTC, null, hours));
    }

    void policy(String staffId, EscalationPolicy policy) {
        policies.put(staffId, policy);
    }

    void schedule(Schedule schedule) {
        schedules.put(schedule.id(), schedule);
    }

    void remove(String staffId) {
        staff.remove(staffId);
    }

    static ContactMethod mail(String address) {
        return new ContactMethod(Channel.EMAIL, address, true);
    }

    static ContactMethod sms(String number) {
        return new ContactMethod(Channel.SMS, number, true);
    }

    static ContactMethod webhook(String address) {
        return new ContactMethod(Channel.WEBHOOK, address, true);
    }

    static ContactMethod method(Channel channel, String address) {
        return new ContactMethod(channel, address, true);
    }

    static ContactMethod pagerDuty(String address) {
        return new ContactMethod(Channel.PAGERDUTY, address, true);
    }

    @Override
    public Uni<Void> preload(Collection<String> staffIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<StaffMember>> staff(String id) {
        return Uni.createFrom().item(Optional.ofNullable(staff.get(id)));
    }

    @Override
    public Uni<Optional<Contact>> contact(String id) {
        return Uni.createFrom().item(Optional.ofNullable(contacts.get(id)));
    }

    @Override
    public Uni<Optional<Schedule>> schedule(String id) {
        return Uni.createFrom().item(Optional.ofNullable(schedules.get(id)));
    }

    @Override
    public Uni<Optional<EscalationPolicy>> policy(String id) {
        return Uni.createFrom()
                .item(policies.values().stream().filter(one -> one.id().equals(id)).findFirst());
    }

    @Override
    public Uni<EscalationPolicy> policyFor(StaffMember member) {
        return Uni.createFrom()
                .item(policies.getOrDefault(member.id(), EscalationPolicy.builtIn(null)));
    }
}
