package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.upstander.alert.notify.ReceiversResource;
import org.upstander.infrastructure.InfrastructureResource;

/** From what ingest-service tells of a source to a real mailbox, and to the inbox in the app. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ReceiversResource.class)
class SourceNoticeIT extends SourceNoticeTestBase {

    @Test
    void whoLooksAfterTheStaffIsToldOnceThatItIsBlind() throws Exception {
        // Given
        double before = notices("delivered");
        int incidents = column("select id from incident").size();

        // When: as told twice, and once more of the same state
        tell("blind", SINCE);
        tellAgain("blind", SINCE);
        tell("blind", SINCE);

        // Then
        eventually(() -> assertThat(mailsTo(mail)).hasSize(1));
        MimeMessage sent = mailsTo(mail).get(0);
        assertThat(sent.getSubject()).isEqualTo("Posts from Main forum are not seen");
        assertThat(sent.getContent().toString())
                .contains("No post from Main forum since 3 March 2026 06:33 UTC")
                .doesNotContain("Dana", "/a/", "http");
        assertThat(sent.getHeader("X-Priority")).isNull();
        assertThat(inbox()).containsExactly("Posts from Main forum are not seen");
        eventually(() -> assertThat(notices("delivered")).isEqualTo(before + 1));
        settled();
        assertThat(mailsTo(mail)).hasSize(1);
        assertThat(inbox()).hasSize(1);
        assertThat(column("select id from incident")).hasSize(incidents);
    }

    @Test
    void whoWasToldIsToldThatItSeesAgainAnHourLaterAtTheEarliest() throws Exception {
        // Given
        tell("blind", SINCE);
        eventually(() -> assertThat(mailsTo(mail)).hasSize(1));

        // When
        tell("sees", SINCE.plusSeconds(3600));
        settled();
        assertThat(mailsTo(mail)).hasSize(1);
        anHourLater();

        // Then
        eventually(() -> assertThat(mailsTo(mail)).hasSize(2));
        MimeMessage sent = mailsTo(mail).get(1);
        assertThat(sent.getSubject()).isEqualTo("Posts from Main forum are seen again");
        assertThat(sent.getContent().toString())
                .contains("since 3 March 2026 07:33 UTC", "from 3 March 2026 06:33 UTC");
        assertThat(inbox()).hasSize(2);
    }

    @Test
    void whatChangedBackWithinTheHourIsNotTold() throws Exception {
        // Given
        tell("blind", SINCE);
        eventually(() -> assertThat(mailsTo(mail)).hasSize(1));

        // When
        tell("sees", SINCE.plusSeconds(60));
        settled();
        tell("blind", SINCE.plusSeconds(120));
        settled();
        anHourLater();
        settled();

        // Then
        assertThat(mailsTo(mail)).hasSize(1);
    }

    @Test
    void whomTheSourceDoesNotCoverIsNotTold() throws Exception {
        // Given
        double before = notices("nobody");
        platform = fresh("elsewhere");

        // When
        tell("blind", SINCE);

        // Then
        settled();
        assertThat(mailsTo(mail)).isEmpty();
        assertThat(inbox()).isEmpty();
        assertThat(notices("nobody")).isEqualTo(before + 1);
    }

    @Test
    void whoHasOnlyAPagerFindsItInTheInboxAndIsNotRung() {
        // Given
        double before = notices("inbox-only");
        json("""
             {"displayName":"Lead","methods":[{"channel":"pagerduty","address":"%s","verified":true}]}"""
                        .formatted("0123456789abcdef0123456789abcdef"))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(200);

        // When
        tell("blind", SINCE);

        // Then
        eventually(() -> assertThat(inbox()).hasSize(1));
        eventually(() -> assertThat(notices("inbox-only")).isEqualTo(before + 1));
    }

    @Test
    void aSourceThatRestsSeesOrIsGoneIsNoNotice() throws Exception {
        // When
        tell("sees", SINCE);
        settled();
        tell("paused", SINCE);
        settled();
        publish(null);
        settled();

        // Then
        assertThat(mailsTo(mail)).isEmpty();
        assertThat(column("select source_id from source_sight where source_id = ?", source))
                .isEmpty();
    }

    @Test
    void whatAnInstanceTookAndDidNotFinishIsSentAgainWithTheSameId() throws Exception {
        // Given
        tell("blind", SINCE);
        eventually(() -> assertThat(mailsTo(mail)).hasSize(1));
        settled();

        // When: an instance died after it had sent it and before it could say so
        sql(
                """
                update source_notice set told = null, told_at = null, told_since = null,
                    lease_until = now() - interval '1 s' where source_id = ?
                """,
                source);

        // Then
        eventually(() -> assertThat(mailsTo(mail)).hasSize(2));
        assertThat(mailsTo(mail).get(1).getMessageID())
                .isEqualTo(mailsTo(mail).get(0).getMessageID());
        assertThat(inbox()).hasSize(1);
    }
}
