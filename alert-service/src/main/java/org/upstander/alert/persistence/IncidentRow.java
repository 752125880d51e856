package org.upstander.alert.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeSet;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;

/** An incident as it is stored. */
@Entity
@Table(name = "incident")
class IncidentRow {

    @Id String id;

    @Column(name = "staff_id")
    String staffId;

    String state;
    short severity;

    @Column(columnDefinition = "text[]")
    String[] categories;

    @Column(columnDefinition = "text[]")
    String[] sources;

    @Column(columnDefinition = "text[]")
    String[] patterns = {};

    @Column(name = "post_count")
    int postCount;

    @Column(name = "author_count")
    int authorCount;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "last_activity_at")
    Instant lastActivityAt;

    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    String acknowledgedBy;

    @Column(name = "resolved_at")
    Instant resolvedAt;

    @Column(name = "resolved_by")
    String resolvedBy;

    String resolution;
    String policy;

    @Column(name = "assigned_to")
    String assignedTo;

    @Column(name = "merged_into")
    String mergedInto;

    @Version long version;

    /** A new row. */
    static IncidentRow of(Incident incident) {
        IncidentRow row = new IncidentRow();
        row.id = incident.id();
        row.staffId = incident.staffId();
        row.openedAt = incident.openedAt();
        row.take(incident.state());
        row.take(incident);
        return row;
    }

    /** Everything that attacks change. */
    void take(Incident incident) {
        severity = (short) incident.severity();
        categories = incident.categories().toArray(String[]::new);
        sources = incident.sources().toArray(String[]::new);
        patterns = incident.patterns().toArray(String[]::new);
        postCount = incident.postCount();
        authorCount = incident.authorCount();
        lastActivityAt = incident.lastActivityAt();
    }

    void take(IncidentState next) {
        state = next.wireName();
        if (next instanceof IncidentState.Acknowledged acknowledged) {
            acknowledgedAt = acknowledged.at();
            acknowledgedBy = acknowledged.by();
        } else if (next instanceof IncidentState.Open) {
            // Open again: who acknowledged or resolved it before stands on the timeline.
            acknowledgedAt = null;
            acknowledgedBy = null;
            resolvedAt = null;
            resolvedBy = null;
            resolution = null;
        } else if (next instanceof IncidentState.Resolved resolved) {
            resolvedAt = resolved.at();
            resolvedBy = resolved.by();
            resolution = resolved.resolution();
        }
    }

    Incident toDomain() {
        return new Incident(
                id,
                staffId,
                stateToDomain(),
                severity,
                new TreeSet<>(Arrays.asList(categories)),
                new TreeSet<>(Arrays.asList(sources)),
                new TreeSet<>(Arrays.asList(patterns)),
                postCount,
                authorCount,
                openedAt,
                lastActivityAt);
    }

    private IncidentState stateToDomain() {
        return switch (state) {
            case "open" -> new IncidentState.Open();
            case "acknowledged" -> new IncidentState.Acknowledged(acknowledgedAt, acknowledgedBy);
            case "resolved" -> new IncidentState.Resolved(resolvedAt, resolvedBy, resolution);
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }
}
