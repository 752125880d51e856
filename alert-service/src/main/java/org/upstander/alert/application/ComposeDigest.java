package org.upstander.alert.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstander.alert.application.DigestStore.Claim;
import org.upstander.alert.application.DigestStore.Entry;
import org.upstander.alert.application.Message.DigestLine;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.NotifyReason;

/** Writes a digest, from incidents as they are when it is sent. */
@ApplicationScoped
class ComposeDigest {

    private static final Comparator<DigestLine> GRAVEST_FIRST =
            Comparator.comparing((DigestLine line) -> -line.severity())
                    .thenComparing(DigestLine::incidentId);

    private final DigestStore digests;
    private final Directory directory;
    private final ChooseMethod chooseMethod;
    private final Links links;

    ComposeDigest(
            DigestStore digests, Directory directory, ChooseMethod chooseMethod, Links links) {
        this.digests = digests;
        this.directory = directory;
        this.chooseMethod = chooseMethod;
        this.links = links;
    }

    /**
     * Empty where nothing is left to say. Within the caller's transaction.
     *
     * @param to until when pages are in it
     */
    Uni<Optional<Message.Digest>> of(Claim claim, Instant to) {
        return digests.entries(claim)
                .chain(
                        entries ->
                                Multi.createFrom()
                                        .iterable(entries)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                entry ->
                                                        still(entry, claim.address())
                                                                .map(
                                                                        told ->
                                                                                Optional.of(entry)
                                                                                        .filter(
                                                                                                one ->
                                                                                                        told)))
                                        .filter(Optional::isPresent)
                                        .map(Optional::get)
                                        .collect()
                                        .asList())
                .map(
                        told ->
                                told.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Message.Digest(
                                                        lines(told), claim.openedAt(), to)));
    }

    /**
     * It waited long: meanwhile the contact may have written in the attack, or given the address
     * up.
     */
    private Uni<Boolean> still(Entry entry, String address) {
        return directory
                .contact(entry.contactId())
                .chain(
                        contact ->
                                directory
                                        .staff(entry.incident().staffId())
                                        .chain(
                                                staff ->
                                                        contact.isEmpty() || staff.isEmpty()
                                                                ? Uni.createFrom().item(false)
                                                                : chooseMethod
                                                                        .still(
                                                                                job(entry, address),
                                                                                contact.get(),
                                                                                staff.get(),
                                                                                entry.incident())
                                                                        .map(NotifyReason::calls)));
    }

    private static DeliveryStore.Job job(Entry entry, String address) {
        return new DeliveryStore.Job(
                "",
                DeliveryStore.Kind.PAGE,
                entry.incident().id(),
                null,
                entry.contactId(),
                0,
                Channel.DIGEST,
                address,
                1,
                "");
    }

    /** Two contacts with the same mailbox are told once. */
    private List<DigestLine> lines(List<Entry> entries) {
        Map<String, DigestLine> byIncident = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Incident incident = entry.incident();
            byIncident.merge(
                    incident.id(),
                    line(incident, entry.pages()),
                    (one, other) -> line(incident, Math.max(one.pages(), other.pages())));
        }
        return byIncident.values().stream().sorted(GRAVEST_FIRST).toList();
    }

    private DigestLine line(Incident incident, int pages) {
        return new DigestLine(
                incident.id(),
                incident.staffId(),
                incident.severity(),
                incident.state().wireName(),
                Stream.concat(incident.categories().stream(), incident.patterns().stream())
                        .distinct()
                        .toList(),
                List.copyOf(incident.sources()),
                incident.postCount(),
                incident.authorCount(),
                pages,
                links.incident(incident.id()));
    }
}
