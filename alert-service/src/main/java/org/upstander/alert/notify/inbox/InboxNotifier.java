package org.upstander.alert.notify.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.upstander.alert.application.ContactInbox;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.KeepInInbox;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Briefing;

/** The inbox in the app: a message is a row there. Its address is the contact's id. */
@ApplicationScoped
class InboxNotifier implements Notifier {

    private final KeepInInbox inbox;

    InboxNotifier(KeepInInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Channel channel() {
        return Channel.INBOX;
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        Briefing briefing = Briefing.of(delivery.message());
        return inbox.keep(delivery, briefing.severity(), briefing.title(), facts(briefing));
    }

    static List<ContactInbox.Fact> facts(Briefing briefing) {
        return briefing.facts().stream()
                .map(fact -> new ContactInbox.Fact(fact.label(), fact.value()))
                .toList();
    }
}
