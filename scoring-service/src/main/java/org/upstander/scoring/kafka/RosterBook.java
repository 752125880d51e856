package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.v1.RosterEntry;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.domain.StaffMember;

/** The people whom the roster topic names so far. For one thread. */
final class RosterBook {
    private static final Logger LOG = Logger.getLogger(RosterBook.class);

    private final Map<String, StaffMember> staff = new HashMap<>();
    private final PipelineMetrics metrics;

    RosterBook(PipelineMetrics metrics) {
        this.metrics = metrics;
    }

    Collection<StaffMember> staff() {
        return List.copyOf(staff.values());
    }

    /**
     * Takes a record; returns whether the people changed. An entry that cannot be read changes
     * nothing: the person stays protected as last known.
     */
    boolean apply(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null) {
            return skip(entry, "no key");
        }
        String id = new String(entry.key(), UTF_8);
        if (entry.value() == null) {
            return staff.remove(id) != null;
        }
        if (!EventHeaders.is(entry, EventTypes.ROSTER_ENTRY)) {
            return skip(entry, "unknown type");
        }
        try {
            StaffMember member =
                    member(ContractJson.MAPPER.readValue(entry.value(), RosterEntry.class));
            if (!id.equals(member.id())) {
                return skip(entry, "key is not the staff id");
            }
            return !member.equals(staff.put(id, member));
        } catch (IOException | RuntimeException e) {
            return skip(entry, e.getClass().getSimpleName());
        }
    }

    private boolean skip(ConsumerRecord<byte[], byte[]> entry, String why) {
        metrics.rosterEntryUnreadable();
        // Never the content: an entry says who is protected.
        LOG.warnf(
                "roster entry skipped partition=%d offset=%d why=%s",
                entry.partition(), entry.offset(), why);
        return false;
    }

    private static StaffMember member(RosterEntry entry) {
        return new StaffMember(
                entry.staffId(),
                entry.displayName(),
                entry.names(),
                entry.handles() == null
                        ? List.of()
                        : entry.handles().stream()
                                .map(h -> new StaffMember.Handle(h.platform(), h.handle()))
                                .toList(),
                entry.roleTitles(),
                entry.pronouns(),
                entry.junior(),
                entry.attackThreshold(),
                entry.protectedIdentifiers() == null
                        ? List.of()
                        : entry.protectedIdentifiers().stream()
                                .map(p -> new StaffMember.ProtectedIdentifier(p.kind(), p.hash()))
                                .toList());
    }
}
