package org.upstander.alert.notify.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.GatherDigest;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Results;

/** A mailbox that gets one mail for many pages; all else, a code for instance, goes at once. */
@ApplicationScoped
class DigestNotifier implements Notifier {

    private final MailNotifier mail;
    private final GatherDigest gatherDigest;

    DigestNotifier(MailNotifier mail, GatherDigest gatherDigest) {
        this.mail = mail;
        this.gatherDigest = gatherDigest;
    }

    @Override
    public Channel channel() {
        return Channel.DIGEST;
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        if (!MailAddress.isPlain(delivery.address())) {
            return Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR));
        }
        return delivery.message() instanceof IncidentPage
                ? gatherDigest.add(delivery)
                : mail.send(delivery);
    }
}
