package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.alert.TestProducer;
import org.upstander.alert.notify.ReceiversResource;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Headers;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.SourceEvent;

/** A source that covers two members of staff, who have one contact. */
abstract class SourceNoticeTestBase extends RestTestBase {

    static final Instant SINCE = Instant.parse("2026-03-03T06:33:26.005Z");

    @Inject ObjectMapper json;

    String source;
    String platform;
    String contact;
    String mail;
    private Instant at;

    @BeforeEach
    void aContactOfTwoWhomTheSourceCovers() {
        source = fresh("source");
        platform = fresh("forum");
        contact = fresh("ct");
        mail = fresh("lead") + "@example.org";
        at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        json(DirectoryBodies.contact(mail)).put("/v1/contacts/" + contact).then().statusCode(201);
        employ(platform, contact);
        employ(platform.toUpperCase(Locale.ROOT), contact);
    }

    private void employ(String place, String calls) {
        json("""
             {"displayName":"Dana Okafor","handles":[{"platform":"%s","handle":"dana_cm"}],
              "escalation":{"contactId":"%s"}}"""
                        .formatted(place, calls))
                .put("/v1/staff/" + fresh("cm"))
                .then()
                .statusCode(201);
    }

    void tell(String state, Instant since) {
        at = at.plusMillis(1);
        tellAgain(state, since);
    }

    void tellAgain(String state, Instant since) {
        publish(
                new SourceEvent(
                        source,
                        "Main forum",
                        platform,
                        state,
                        state.equals("blind") ? "silent" : null,
                        since,
                        at));
    }

    void publish(SourceEvent event) {
        publish(source, event);
    }

    private void publish(String key, SourceEvent event) {
        try (KafkaProducer<String, byte[]> producer = TestProducer.open()) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(
                            Topics.SOURCES,
                            key,
                            event == null ? null : json.writeValueAsBytes(event));
            record.headers().add(Headers.TYPE, EventTypes.SOURCE.getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that was told before is recorded, and nothing that could be sent waits. */
    void settled() {
        String end = fresh("end");
        publish(end, new SourceEvent(end, "End", "end", "sees", null, SINCE, SINCE));
        eventually(
                () ->
                        assertThat(
                                        column(
                                                "select source_id from source_sight where source_id = ?",
                                                end))
                                .hasSize(1));
        eventually(
                () ->
                        assertThat(
                                        column(
                                                """
                                                select contact_id from source_notice where source_id = ?
                                                  and (due_at <= now() or lease_until is not null)
                                                """,
                                                source))
                                .isEmpty());
    }

    void anHourLater() {
        sql(
                """
                update source_notice set told_at = told_at - interval '1 hour',
                    due_at = due_at - interval '1 hour' where source_id = ?
                """,
                source);
    }

    List<String> inbox() {
        return column("select title from contact_inbox where contact_id = ? order by at", contact);
    }

    static double notices(String outcome) {
        String line = "upstander_alert_source_notices_total{outcome=\"" + outcome + "\"} ";
        return admin().get("/q/metrics")
                .asString()
                .lines()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
                .findFirst()
                .orElseThrow();
    }

    static void eventually(ThrowingRunnable condition) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(condition);
    }

    static List<MimeMessage> mailsTo(String address) throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage one : ReceiversResource.mailbox().getReceivedMessages()) {
            if (Arrays.stream(one.getAllRecipients())
                    .anyMatch(to -> to.toString().equals(address))) {
                mails.add(one);
            }
        }
        return mails;
    }
}
