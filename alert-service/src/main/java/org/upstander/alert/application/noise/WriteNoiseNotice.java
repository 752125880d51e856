package org.upstander.alert.application.noise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.language.Language;
import org.upstander.alert.application.noise.NoiseNoticeStore.Claim;
import org.upstander.alert.application.notice.QuietNotice;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.Ids;
import org.upstander.alert.domain.MethodChoice;
import org.upstander.alert.domain.StaffMember;

/**
 * Writes what a contact is told of an excursion, and where: as they are reached when it is sent.
 */
@ApplicationScoped
class WriteNoiseNotice {

    private final Directory directory;
    private final Language language;
    private final Notifiers notifiers;

    WriteNoiseNotice(Directory directory, Language language, Notifiers notifiers) {
        this.directory = directory;
        this.language = language;
        this.notifiers = notifiers;
    }

    /**
     * Within the caller's transaction.
     *
     * @return empty where the contact is gone, or has turned out to be the target
     */
    Uni<Optional<QuietNotice>> of(Claim claim) {
        return directory
                .staff(claim.said().staffId())
                .chain(
                        staff ->
                                directory
                                        .contact(claim.contactId())
                                        .map(
                                                contact ->
                                                        staff.isEmpty()
                                                                ? Optional.empty()
                                                                : contact.filter(
                                                                                one ->
                                                                                        !one
                                                                                                .belongsTo(
                                                                                                        staff
                                                                                                                .get()))
                                                                        .map(
                                                                                one ->
                                                                                        write(
                                                                                                claim,
                                                                                                staff
                                                                                                        .get(),
                                                                                                one))));
    }

    private QuietNotice write(Claim claim, StaffMember member, Contact contact) {
        NoiseNoticeStore.Said said = claim.said();
        return new QuietNotice(
                Ids.noiseNotice(said.staffId(), contact.id(), said.since()),
                contact.id(),
                claim.attempt(),
                new Message.NoiseNotice(
                        said.staffId(),
                        said.attacks(),
                        said.mentions(),
                        said.supportive(),
                        said.usual(),
                        said.upperLimit(),
                        said.hours(),
                        language.tag(contact.language())),
                MethodChoice.quiet(contact, member, notifiers.served()));
    }
}
