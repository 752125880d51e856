package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Message;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.StaffMember;
import org.upstander.infrastructure.InfrastructureResource;

/** Each is spoken to in their language. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class LanguageIT extends EscalationTestBase {

    @Test
    void thePageIsInTheContactsLanguageAndTheNoticeInHers() {
        // Given
        String own = "own-" + mail;
        directory.contact(
                new Contact(
                        contactId,
                        "Lead",
                        List.of(mail(mail)),
                        ZoneOffset.UTC,
                        null,
                        null,
                        List.of(),
                        "de-AT"));
        StaffMember dana = directory.staff(staffId, contactId, mail(own));
        directory.employ(
                new StaffMember(
                        dana.id(),
                        dana.displayName(),
                        dana.names(),
                        dana.handles(),
                        dana.roleTitles(),
                        dana.pronouns(),
                        dana.timeZone(),
                        dana.workingHours(),
                        dana.junior(),
                        dana.attackThreshold(),
                        dana.escalation(),
                        dana.notice(),
                        "fr"));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        eventually(() -> assertThat(channels.sentTo(own)).hasSize(1));
        assertThat(((Message.IncidentPage) channels.sentTo(mail).get(0).message()).locale())
                .isEqualTo("de-AT");
        assertThat(channels.sentTo(own).get(0).message())
                .isEqualTo(new Message.TargetNotice(incidentId(), "Dana Okafor", "fr"));
    }
}
