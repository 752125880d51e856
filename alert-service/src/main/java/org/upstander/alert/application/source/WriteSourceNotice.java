package org.upstander.alert.application.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.application.language.Language;
import org.upstander.alert.application.notice.QuietNotice;
import org.upstander.alert.application.source.SourceNoticeStore.Claim;
import org.upstander.alert.domain.Ids;
import org.upstander.alert.domain.MethodChoice;
import org.upstander.alert.domain.SourceNews;
import org.upstander.alert.domain.SourceSight.State;

/** Writes what a contact is told, and where: as they are reached when it is sent. */
@ApplicationScoped
class WriteSourceNotice {

    private final Directory directory;
    private final Language language;
    private final Notifiers notifiers;

    WriteSourceNotice(Directory directory, Language language, Notifiers notifiers) {
        this.directory = directory;
        this.language = language;
        this.notifiers = notifiers;
    }

    /** Within the caller's transaction. */
    Uni<QuietNotice> of(Claim claim, SourceNews.Say say) {
        State state = say.sight().state();
        String id =
                Ids.sourceNotice(
                        claim.sourceId(), claim.contactId(), state.wireName(), say.since());
        return directory
                .contact(claim.contactId())
                .map(
                        contact ->
                                new QuietNotice(
                                        id,
                                        claim.contactId(),
                                        claim.attempt(),
                                        new Message.SourceNotice(
                                                state == State.SEES,
                                                say.sight().displayName(),
                                                say.sight().cause(),
                                                say.since(),
                                                say.blindSince(),
                                                language.tag(
                                                        contact.map(one -> one.language())
                                                                .orElse(null))),
                                        contact.flatMap(
                                                one ->
                                                        MethodChoice.quiet(
                                                                one, notifiers.served()))));
    }
}
