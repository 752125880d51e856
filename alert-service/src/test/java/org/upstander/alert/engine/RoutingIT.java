package org.upstander.alert.engine;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.engine.ScriptedDirectory.mail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.domain.StaffMember;
import org.upstander.contracts.v1.AssessmentEvent;
import org.upstander.contracts.v1.Author;
import org.upstander.infrastructure.InfrastructureResource;

/** Whoever may be struck back at is not called alone; whoever is linked to the attack is not. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class RoutingIT extends EscalationTestBase {

    private String second;
    private String last;
    private String moderator;
    private String author;

    @BeforeEach
    void threePeople() {
        second = second();
        last = last();
        directory.policy(staffId, policy(0));
        moderator = "mod-" + staffId;
        author = "heath-" + staffId;
        directory.contact(contactId, moderator, mail(mail));
        directory.staff(moderator, null, null);
    }

    private void attackBy(String id, String handle) {
        AssessmentEvent one = posts.attack("1", "x", "t1");
        publish(
                new AssessmentEvent(
                        one.assessmentId(),
                        one.postId(),
                        one.revision(),
                        one.staffId(),
                        one.source(),
                        one.externalId(),
                        new Author(id, handle, null, null, null),
                        one.thread(),
                        one.url(),
                        one.postedAt(),
                        one.assessedAt(),
                        one.verdict(),
                        one.severity(),
                        one.score(),
                        one.categories(),
                        one.binding(),
                        one.evidence(),
                        one.spam(),
                        one.language(),
                        one.model(),
                        one.text(),
                        null,
                        one.receivedAt()));
    }

    private void acted(String id, String handle, Duration ago) {
        column(
                """
                insert into signal (id, type, action, author_key, author_id, author_handle, by_staff, source,
                    at, received_at)
                values (?, 'moderation-action', 'ban', ?, ?, ?, ?, 'forum', cast(? as timestamptz), now())
                returning id
                """,
                UUID.randomUUID().toString(),
                new org.upstander.alert.domain.Author(id, handle, null).key("forum"),
                id,
                handle,
                moderator,
                clock.instant().minus(ago).toString());
    }

    @Test
    void whoBannedTheAuthorIsCalledWithTheNextStepAtOnce() {
        // Given: the report knew the handle only
        acted(null, author.toUpperCase(java.util.Locale.ROOT), ofDays(13));

        // When
        attackBy("id-" + author, author);

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        eventually(() -> assertThat(channels.sentTo(second)).hasSize(1));
        assertThat(channels.sentTo(last)).isEmpty();
        assertThat(reasons())
                .anyMatch(reason -> reason.contains("acted against an author of the attack"));
    }

    @Test
    void whatWasDoneLongAgoOrAgainstSomebodyElseDoesNotCount() {
        // Given
        acted("id-" + author, null, ofDays(15));
        acted("id-other", "other-" + author, ofDays(1));

        // When
        attackBy("id-" + author, author);

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(channels.sentTo(second)).isEmpty();
        assertThat(reasons()).noneMatch(reason -> reason.contains("acted against"));
    }

    @Test
    void aContactIsLinkedByAnIdAndByAHandleThatTheAccountHadElsewhere() {
        // Given: her contact has the id of the author as handle; the second had the author's
        // handle once, which the post does not say
        directory.contact(contactId, null, mail(mail));
        directory.employ(colleague(contactId, "ID-" + author));
        directory.contact("second-" + contactId, "two-" + staffId, mail(second));
        directory.employ(colleague("two-" + staffId, "Old-" + author));
        acted("id-" + author, "old-" + author, ofDays(100));

        // When
        attackBy("id-" + author, null);

        // Then
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
        assertThat(channels.sentTo(mail)).isEmpty();
        assertThat(channels.sentTo(second)).isEmpty();
        assertThat(reasons())
                .filteredOn(reason -> reason.contains("is an author of the attack"))
                .hasSize(2);
    }

    @Test
    void aJuniorsSeniorIsCalledAtOnce() {
        // Given
        directory.contact("senior-" + contactId, null, mail("senior-" + mail));
        directory.employ(junior("senior-" + contactId));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo("senior-" + mail)).hasSize(1));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(channels.sentTo(second)).isEmpty();
        assertThat(channels.sentTo(last)).isEmpty();
        assertThat(reasons()).anyMatch(reason -> reason.contains("as senior for a junior"));
    }

    @Test
    void withoutASeniorTheLastResortStandsByAJunior() {
        // Given
        directory.employ(junior(null));

        // When
        attack();

        // Then
        eventually(() -> assertThat(channels.sentTo(last)).hasSize(1));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        assertThat(channels.sentTo(second)).isEmpty();
    }

    private StaffMember junior(String senior) {
        return member(staffId, "own", true, new StaffMember.Escalation(contactId, null, senior));
    }

    private static StaffMember colleague(String id, String handle) {
        return member(id, handle, false, new StaffMember.Escalation(null, null));
    }

    private static StaffMember member(
            String id, String handle, boolean junior, StaffMember.Escalation escalation) {
        return new StaffMember(
                id,
                id,
                List.of(),
                List.of(
                        new StaffMember.Handle("elsewhere", "none"),
                        new StaffMember.Handle("forum", handle)),
                List.of(),
                null,
                ZoneOffset.UTC,
                null,
                junior,
                null,
                escalation,
                null);
    }
}
