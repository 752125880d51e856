package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.ContactMethod;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EscalationPolicy.Target;
import org.upstander.alert.domain.QuietHours;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.schedule.Schedule;

/** Contacts of every kind, each with a member of staff behind. */
record MatrixPeople(boolean junior) implements Directory {

    private static final QuietHours QUIET =
            new QuietHours(
                    LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class), 4);

    /** What somebody is to the attack. */
    enum Kind {
        FREE,
        QUIET,
        ACTED,
        /** Her own contact, by its staff id. */
        TARGET,
        /** Linked by a handle of the colleague whose contact it is. */
        LINKED,
        /** Nobody is on call. */
        OFF,
        UNVERIFIED,
        /** A name that leads nowhere. */
        NONE;

        boolean reachable() {
            return this == FREE || this == QUIET || this == ACTED;
        }

        boolean uninvolved() {
            return this == FREE || this == QUIET;
        }
    }

    /** A kind in a place: its id names both. */
    record Who(Kind kind, String place) {

        String id() {
            return kind + "-" + place;
        }

        Target target() {
            return kind == Kind.OFF
                    ? new Target.OnCall("night-" + place)
                    : new Target.NamedContact(id());
        }

        static Kind kindOf(String id) {
            return Kind.valueOf(id.substring(0, id.indexOf('-')));
        }
    }

    record Mail() implements Notifier {

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Uni<DeliveryResult> send(Delivery delivery) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public Uni<Void> preload(Collection<String> staffIds) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<StaffMember>> staff(String id) {
        String handle = id.startsWith("cm-LINKED") ? "HEATH" : id;
        return item(
                new StaffMember(
                        id,
                        id,
                        List.of(),
                        List.of(
                                new StaffMember.Handle("forum", "other"),
                                new StaffMember.Handle("Forum", handle)),
                        List.of(),
                        null,
                        ZoneOffset.UTC,
                        null,
                        junior,
                        null,
                        new StaffMember.Escalation(null, null),
                        null));
    }

    @Override
    public Uni<Optional<Contact>> contact(String id) {
        Kind kind = Who.kindOf(id);
        if (kind == Kind.NONE || kind == Kind.OFF) {
            return Uni.createFrom().item(Optional.empty());
        }
        return item(
                new Contact(
                        id,
                        id,
                        List.of(
                                new ContactMethod(
                                        Channel.EMAIL,
                                        id + "@example.org",
                                        kind != Kind.UNVERIFIED)),
                        ZoneOffset.UTC,
                        kind == Kind.TARGET ? "cm-07" : "cm-" + id,
                        kind == Kind.QUIET ? QUIET : null));
    }

    @Override
    public Uni<Optional<Schedule>> schedule(String id) {
        return item(new Schedule(id, id, ZoneOffset.UTC, List.of(), List.of(), List.of()));
    }

    @Override
    public Uni<Optional<EscalationPolicy>> policy(String id) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<EscalationPolicy> policyFor(StaffMember member) {
        return Uni.createFrom().failure(new UnsupportedOperationException());
    }

    private static <T> Uni<Optional<T>> item(T item) {
        return Uni.createFrom().item(Optional.of(item));
    }
}
