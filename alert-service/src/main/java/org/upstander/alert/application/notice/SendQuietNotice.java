package org.upstander.alert.application.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.domain.Channel;

/** Tells a contact something: into their inbox, then by mail or chat. */
@ApplicationScoped
public class SendQuietNotice {

    private final Notifiers notifiers;

    SendQuietNotice(Notifiers notifiers) {
        this.notifiers = notifiers;
    }

    /** What came of it. */
    public sealed interface Sent {

        /**
         * It is in the inbox: they were told, also where the message beside it has to come again.
         *
         * @param beside what became of that, empty where there is none
         */
        record Told(Optional<DeliveryResult> beside) implements Sent {

            public NoticeOutcome outcome() {
                return beside.map(
                                result ->
                                        result instanceof DeliveryResult.Delivered
                                                ? NoticeOutcome.DELIVERED
                                                : NoticeOutcome.FAILED)
                        .orElse(NoticeOutcome.INBOX_ONLY);
            }
        }

        /** Not even the inbox has it. */
        record Failed(DeliveryResult inbox) implements Sent {}
    }

    /**
     * The Uni never fails.
     *
     * @param lease until when it is ours to send
     */
    public Uni<Sent> send(QuietNotice notice, Deadline lease) {
        return send(Channel.INBOX, notice.contactId(), notice, lease)
                .chain(
                        inbox ->
                                inbox instanceof DeliveryResult.Delivered
                                        ? beside(notice, lease).map(Sent.Told::new)
                                        : Uni.createFrom().item(new Sent.Failed(inbox)));
    }

    /** Empty where there is nowhere to send it but the inbox. */
    private Uni<Optional<DeliveryResult>> beside(QuietNotice notice, Deadline lease) {
        return notice.method().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : send(
                                notice.method().get().channel(),
                                notice.method().get().address(),
                                notice,
                                lease)
                        .map(Optional::of);
    }

    private Uni<DeliveryResult> send(
            Channel channel, String address, QuietNotice notice, Deadline lease) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                notifiers
                                        .of(channel)
                                        .send(
                                                new Delivery(
                                                        notice.id(),
                                                        notice.attempt(),
                                                        address,
                                                        notice.message(),
                                                        lease)))
                .onFailure()
                .recoverWithItem(
                        () -> new DeliveryResult.TryAgain(FailureKind.OTHER, Optional.empty()));
    }
}
