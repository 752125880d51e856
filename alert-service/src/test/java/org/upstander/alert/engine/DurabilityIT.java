package org.upstander.alert.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.ForgetInbox;
import org.upstander.alert.application.Inbox;
import org.upstander.alert.application.Transactions;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.IncidentEvent;
import org.upstander.infrastructure.InfrastructureResource;

/** What is kept in the tables for later: leases, inbox and outbox. */
@QuarkusTest
@TestProfile(EngineProfile.class)
@WithTestResource(InfrastructureResource.class)
class DurabilityIT extends EngineTestBase {

    @Inject ObjectMapper mapper;
    @Inject ForgetInbox forgetInbox;
    @Inject Inbox inbox;
    @Inject Transactions transactions;
    @Inject MeterRegistry registry;

    @Test
    void anAttemptWhoseInstanceDiedIsRepeatedWithTheSameId() {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        eventually(
                () ->
                        assertThat(column("select state from delivery where address = ?", mail))
                                .containsExactly("delivered"));
        double repeatedBefore = possibleDuplicates();

        // When
        column(
                "update delivery set state = 'sending', lease_until = '2020-01-01Z'"
                        + " where address = ? returning id",
                mail);
        wakeups.wakeAll();

        // Then
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(2));
        assertThat(channels.sentTo(mail)).extracting(Delivery::attempt).containsExactly(1, 2);
        assertThat(channels.sentTo(mail))
                .extracting(Delivery::id)
                .containsOnly(channels.sentTo(mail).get(0).id());
        eventually(() -> assertThat(possibleDuplicates()).isEqualTo(repeatedBefore + 1));
    }

    private double possibleDuplicates() {
        return registry.get("upstander.alert.deliveries.possible.duplicate").counter().count();
    }

    @Test
    void theInboxForgetsWhatNoTopicHolds() {
        // Given
        String old = staffId + "-old";
        String fresh = staffId + "-fresh";
        now(
                transactions.run(
                        () ->
                                inbox.firstSeen(
                                        Inbox.Stream.SIGNALS,
                                        List.of(old, fresh),
                                        clock.instant())));
        column("update inbox set at = '2020-01-01Z' where event_id = ? returning event_id", old);

        // When
        now(forgetInbox.runOnce());

        // Then
        assertThat(column("select event_id from inbox where event_id like ?", staffId + "-%"))
                .containsExactly(fresh);
    }

    @Test
    void theOutboxTellsTheLifeOfAnIncidentInOrder() throws Exception {
        // Given
        publish(posts.attack("1", "heath", "t1"));
        eventually(() -> assertThat(channels.sentTo(mail)).hasSize(1));
        String incident = incidentId();
        publishAndWaitForAll(posts.attack("2", "heath", "t1"));

        // When
        now(acknowledge.acknowledge(incident, "ct", "On it"));
        now(resolve.resolve(incident, "ct", null, "Done"));

        // Then
        List<String> changes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record :
                DeadLetterReader.read(Topics.INCIDENTS, incident, 4)) {
            IncidentEvent event = mapper.readValue(record.value(), IncidentEvent.class);
            assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .doesNotContain("disgrace", "heath");
            changes.add(event.change() + "/" + event.state() + "/" + event.postCount());
        }
        assertThat(changes)
                .containsExactly(
                        "opened/open/1",
                        "extended/open/2",
                        "acknowledged/acknowledged/2",
                        "resolved/resolved/2");
        eventually(
                () ->
                        assertThat(column("select id from outbox where key = ?", incident))
                                .isEmpty());
    }
}
