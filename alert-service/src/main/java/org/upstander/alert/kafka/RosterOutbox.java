package org.upstander.alert.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.application.Outbox;
import org.upstander.alert.application.OutgoingEvent;
import org.upstander.alert.application.directory.RosterEvents;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.StaffProfile;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.RosterEntry;

/** Roster entries: never a contact, never a protected identifier in clear. */
@ApplicationScoped
class RosterOutbox implements RosterEvents {

    private final Outbox outbox;
    private final ObjectMapper json;

    RosterOutbox(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public Uni<Void> changed(StaffProfile staff, Instant at) {
        return add(staff.member().id(), bytes(entry(staff, at)));
    }

    @Override
    public Uni<Void> removed(String staffId) {
        return add(staffId, null);
    }

    private Uni<Void> add(String staffId, byte[] value) {
        return outbox.add(
                List.of(new OutgoingEvent(Topics.ROSTER, staffId, EventTypes.ROSTER_ENTRY, value)));
    }

    private byte[] bytes(RosterEntry entry) {
        try {
            return json.writeValueAsBytes(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RosterEntry entry(StaffProfile staff, Instant at) {
        StaffMember member = staff.member();
        return new RosterEntry(
                member.id(),
                member.displayName(),
                member.names(),
                member.handles().stream()
                        .map(h -> new RosterEntry.Handle(h.platform(), h.handle()))
                        .toList(),
                member.roleTitles(),
                member.pronouns(),
                member.junior(),
                member.attackThreshold(),
                staff.protectedHashes().stream()
                        .map(
                                p ->
                                        new RosterEntry.ProtectedIdentifier(
                                                p.kind().wireName(), p.hash()))
                        .toList(),
                at);
    }
}
