package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
        return job.kind() == DeliveryStore.Kind.PAGE
                ? language.tagOf(job.contactId())
                : Uni.createFrom()
                        .item(language.tag(staff.map(StaffMember::language).orElse(null)));
    }

    private Message message(DeliveryStore.Claim claim, String staffName, String locale) {
        Incident incident = claim.incident();
        DeliveryStore.Job job = claim.job();
        return switch (job.kind()) {
            case ACKNOWLEDGE -> new Message.StateChange(incident.id(), false, by(incident));
            case RESOLVE -> new Message.StateChange(incident.id(), true, by(incident));
            case NOTICE -> new Message.TargetNotice(incident.id(), staffName, locale);
            case PAGE ->
                    new Message.IncidentPage(
                            incident.id(),
                            incident.staffId(),
                            staffName,
                            incident.severity(),
                            List.copyOf(incident.categories()),
                            List.copyOf(incident.sources()),
                            incident.postCount(),
                            incident.authorCount(),
                            incident.openedAt(),
                            job.step(),
                            job.reason(),
                            links.incident(incident.id()),
                            links.acknowledge(incident.id(), job.contactId()),
                            locale);
        };
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
