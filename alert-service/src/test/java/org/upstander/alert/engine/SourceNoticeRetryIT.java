package org.upstander.alert.engine;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult.Refused;
import org.upstander.alert.application.DeliveryResult.TryAgain;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Message;
import org.upstander.infrastructure.InfrastructureResource;

/** A notice about a source comes again until it arrives, as the same one. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class SourceNoticeRetryIT extends EngineTestBase {

    private String source;

    @BeforeEach
    void aBlindSource() throws SQLException {
        source = "source-" + contactId;
        sql(
                """
                insert into contact (id, document, updated_at) values (?,
                    '{"id":"ct","displayName":"Lead","methods":[],"timeZone":"UTC"}', now())
                """,
                contactId);
        sql(
                """
                insert into source_sight (source_id, display_name, platform, state, cause, since, at)
                values (?, 'Main forum', 'forum', 'BLIND', 'SILENT', '2026-03-03T06:33:26Z', now())
                """,
                source);
    }

    @AfterEach
    void forget() throws SQLException {
        sql("delete from contact where id = ?", contactId);
        sql("delete from source_sight where source_id = ?", source);
    }

    @Test
    void aMailThatFailsComesAgainAndTheInboxHasItOnce() throws SQLException {
        // Given
        channels.answer(mail, new TryAgain(FailureKind.UNREACHABLE, Optional.empty()));
        channels.really(contactId);
        due();
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        eventually(() -> assertThat(row("told")).containsExactly("blind"));
        assertThat(row("arrived::text")).containsExactly("false");

        // When
        forward(ofSeconds(7));

        // Then
        eventually(() -> assertThat(row("arrived::text")).containsExactly("true"));
        List<Delivery> sent = channels.sentTo(mail);
        assertThat(sent).hasSize(2).extracting(Delivery::id).containsOnly(sent.get(0).id());
        assertThat(sent).extracting(Delivery::attempt).containsExactly(1, 2);
        assertThat(sent.get(0).message()).isInstanceOf(Message.SourceNotice.class);
        assertThat(column("select id from contact_inbox where contact_id = ?", contactId))
                .containsExactly(sent.get(0).id());
        assertThat(row("due_at")).containsOnlyNulls();
        assertThat(row("attempt")).containsExactly("0");
    }

    @Test
    void aMailThatIsRefusedIsOverAndIsInTheInbox() throws SQLException {
        // Given
        channels.answer(mail, new Refused(FailureKind.CLIENT_ERROR));

        // When
        due();

        // Then
        eventually(() -> assertThat(row("arrived::text")).containsExactly("true"));
        forward(ofSeconds(60));
        assertThat(channels.sentTo(mail)).hasSize(1);
        assertThat(channels.sentTo(contactId)).hasSize(1);
    }

    private void due() throws SQLException {
        sql(
                "insert into source_notice (source_id, contact_id, due_at) values (?, '"
                        + contactId
                        + "', now())",
                source);
        wakeups.wakeAll();
    }

    private List<String> row(String what) {
        return column(
                "select " + what + " from source_notice where source_id = ? and told = 'blind'",
                source);
    }

    private static void sql(String statement, String parameter) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, parameter);
            prepared.execute();
        }
    }
}
