package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.StaffMember;

/** Writes what is said, from the incident as it is when it is sent. */
@ApplicationScoped
class ComposeMessage {

    private final Directory directory;
    private final Links links;
    private final EngineSettings settings;

    ComposeMessage(Directory directory, Links links, EngineSettings settings) {
        this.directory = directory;
        this.links = links;
        this.settings = settings;
    }

    /** One for each claim, in their order. Within the caller's transaction. */
    Uni<List<Message>> of(List<DeliveryStore.Claim> claims) {
        return directory
                .preload(claims.stream().map(claim -> claim.incident().staffId()).toList())
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(claims)
                                        .onItem()
                                        .transformToUniAndConcatenate(this::of)
                                        .collect()
                                        .asList());
    }

    private Uni<Message> of(DeliveryStore.Claim claim) {
        String staffId = claim.incident().staffId();
        return directory
                .staff(staffId)
                .map(staff -> staff.map(StaffMember::displayName).orElse(staffId))
                .map(name -> message(claim, name));
    }

    private Message message(DeliveryStore.Claim claim, String staffName) {
        Incident incident = claim.incident();
        DeliveryStore.Job job = claim.job();
        return switch (job.kind()) {
            case ACKNOWLEDGE, RESOLVE ->
                    new Message.StateChange(
                            page(claim, staffName, job.reason()),
                            job.kind() == DeliveryStore.Kind.RESOLVE,
                            by(incident));
            case NOTICE -> new Message.TargetNotice(incident.id(), staffName);
            case REFRESH -> page(claim, staffName, goesOn(claim));
            case PAGE -> page(claim, staffName, job.reason());
        };
    }

    private static String goesOn(DeliveryStore.Claim claim) {
        String by = by(claim.incident());
        return by.isEmpty() ? claim.job().reason() : "Acknowledged by " + by;
    }

    private Message.IncidentPage page(DeliveryStore.Claim claim, String staffName, String reason) {
        Incident incident = claim.incident();
        int severity = claim.kept().severity();
        return page(
                incident,
                severity == 0 ? incident.severity() : severity,
                staffName,
                claim.job().step(),
                reason,
                links.acknowledge(incident.id(), claim.job().contactId()));
    }

    private Message.IncidentPage page(
            Incident incident,
            int severity,
            String staffName,
            int step,
            String reason,
            URI acknowledge) {
        return new Message.IncidentPage(
                incident.id(),
                incident.staffId(),
                staffName,
                severity,
                List.copyOf(incident.categories()),
                List.copyOf(incident.sources()),
                incident.postCount(),
                incident.authorCount(),
                incident.openedAt(),
                step,
                reason,
                links.incident(incident.id()),
                acknowledge,
                settings.locale().toLanguageTag());
    }

    /** What became of an incident that is no longer open, for whoever can be shown it. */
    Message.StateChange state(Incident incident) {
        return new Message.StateChange(
                page(
                        incident,
                        incident.severity(),
                        incident.staffId(),
                        0,
                        "",
                        links.incident(incident.id())),
                incident.isResolved(),
                by(incident));
    }

    private static String by(Incident incident) {
        if (incident.state() instanceof IncidentState.Resolved resolved) {
            return resolved.by();
        }
        return incident.state() instanceof IncidentState.Acknowledged acknowledged
                ? acknowledged.by()
                : "";
    }
}
