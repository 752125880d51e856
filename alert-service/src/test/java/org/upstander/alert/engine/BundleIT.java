package org.upstander.alert.engine;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;
import static org.upstander.alert.engine.ScriptedDirectory.webhook;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.infrastructure.InfrastructureResource;

/** Mails that would have to wait come in one. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class BundleIT extends BusyAddressTestBase {

    @Test
    void mailsThatWouldHaveToWaitComeInOne() {
        // Given
        aMailboxForWhichSevenMoreWait();

        // When
        forward(ofMinutes(1));

        // Then
        eventually(() -> assertThat(state(mail)).hasSize(12).containsOnly("delivered"));
        List<Delivery> mails = channels.sentTo(mail);
        assertThat(mails).hasSize(10);
        Message.Bundle bundle =
                (Message.Bundle)
                        mails.stream()
                                .map(Delivery::message)
                                .filter(Message.Bundle.class::isInstance)
                                .reduce(
                                        (one, other) -> {
                                            throw new AssertionError("two bundles");
                                        })
                                .orElseThrow();
        assertThat(bundle.pages()).hasSize(3);
        assertThat(
                        mails.stream()
                                .map(Delivery::message)
                                .filter(message -> message != bundle)
                                .map(Message::incidentId))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        bundle.pages().stream().map(Message.IncidentPage::incidentId).toList());
        assertThat(column("select count(sent_at)::text from delivery where address = ?", mail))
                .containsExactly("10");
    }

    @Test
    void whatBecomesOfSuchAMailBecomesOfEachPageInIt() {
        // Given: four mails arrive, the last one is refused
        aMailboxForWhichSevenMoreWait();
        String hook = "https://hooks.example.org/" + contactId;
        directory.contact(contactId, null, mail(mail), webhook(hook));
        DeliveryResult fine = new DeliveryResult.Delivered("ok");
        channels.answer(
                mail, fine, fine, fine, fine, new DeliveryResult.Refused(FailureKind.CLIENT_ERROR));

        // When
        forward(ofMinutes(1));

        // Then
        eventually(() -> assertThat(channels.sentTo(hook)).hasSize(3));
        assertThat(channels.sentTo(mail)).hasSize(10);
        Message.Bundle bundle = (Message.Bundle) channels.sentTo(mail).get(9).message();
        assertThat(channels.sentTo(hook).stream().map(BusyAddressTestBase::incidentOf))
                .containsExactlyInAnyOrderElementsOf(
                        bundle.pages().stream().map(Message.IncidentPage::incidentId).toList());
        assertThat(state(mail).stream().filter("failed"::equals)).hasSize(3);
    }

    /** It takes five a minute, and got them. */
    private void aMailboxForWhichSevenMoreWait() {
        directory.contact(contactId, null, mail(mail));
        for (int i = 1; i <= 5; i++) {
            attackAnother();
            sent(mail, i);
        }
        IntStream.range(0, 7).forEach(i -> attackAnother());
        waiting(mail, 7);
    }
}
