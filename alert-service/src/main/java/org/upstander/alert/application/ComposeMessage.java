package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.application.language.Language;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.IncidentState;
import org.upstander.alert.domain.StaffMember;

/** Writes what is said, from the incident as it is when it is sent. */
@ApplicationScoped
class ComposeMessage {

    private final Directory directory;
    private final Links links;
    private final Language language;

    ComposeMessage(Directory directory, Links links, Language language) {
        this.directory = directory;
        this.links = links;
        this.language = language;
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
                .chain(
                        staff ->
                                localeOf(claim.job(), staff)
                                        .map(
                                                locale ->
                                                        message(
                                                                claim,
                                                                staff.map(StaffMember::displayName)
                                                                        .orElse(staffId),
                                                                locale)));
    }

    private Uni<String> localeOf(DeliveryStore.Job job, Optional<StaffMember> staff) {
        if (job.contactId() != null) {
            return language.tagOf(job.contactId());
        }
        boolean toHer = job.kind() == DeliveryStore.Kind.NOTICE;
        return Uni.createFrom()
                .item(language.tag(toHer ? staff.map(StaffMember::language).orElse(null) : null));
    }

    private Message message(DeliveryStore.Claim claim, String staffName, String locale) {
        Incident incident = claim.incident();
        DeliveryStore.Job job = claim.job();
        return switch (job.kind()) {
            case ACKNOWLEDGE, RESOLVE ->
                    new Message.StateChange(
                            page(claim, staffName, job.reason(), locale),
                            job.kind() == DeliveryStore.Kind.RESOLVE,
                            by(incident));
            case NOTICE -> new Message.TargetNotice(incident.id(), staffName, locale);
            case REFRESH -> page(claim, staffName, goesOn(claim), locale);
            case PAGE -> page(claim, staffName, job.reason(), locale);
        };
    }

    private static String goesOn(DeliveryStore.Claim claim) {
        String by = by(claim.incident());
        return by.isEmpty() ? claim.job().reason() : "Acknowledged by " + by;
    }

    private Message.IncidentPage page(
            DeliveryStore.Claim claim, String staffName, String reason, String locale) {
        Incident incident = claim.incident();
        int severity = claim.kept().severity();
        return page(
                incident,
                severity == 0 ? incident.severity() : severity,
                staffName,
                claim.job().step(),
                reason,
                links.acknowledge(incident.id(), claim.job().contactId()),
                locale);
    }

    private Message.IncidentPage page(
            Incident incident,
            int severity,
            String staffName,
            int step,
            String reason,
            URI acknowledge,
            String locale) {
        return new Message.IncidentPage(
                incident.id(),
                incident.staffId(),
                staffName,
                severity,
                List.copyOf(incident.categories()),
                List.copyOf(incident.patterns()),
                List.copyOf(incident.sources()),
                incident.postCount(),
                incident.authorCount(),
                incident.openedAt(),
                step,
                reason,
                links.incident(incident.id()),
                acknowledge,
                locale);
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
                        links.incident(incident.id()),
                        language.tag(null)),
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
