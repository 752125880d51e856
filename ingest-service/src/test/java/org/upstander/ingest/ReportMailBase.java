package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** A mailbox that takes reports, and one who reports. */
abstract class ReportMailBase extends MailboxBase {

    static final String ADDRESSES = "/v1/self-report-addresses";

    final String staff = "cm/" + id;
    private TopicTail signals;

    @BeforeEach
    void openSignals() {
        signals =
                new TopicTail(
                        InfrastructureResource.shared().kafka().bootstrapServers(), Topics.SIGNALS);
    }

    @AfterEach
    void closeSignals() {
        signals.close();
    }

    ValidatableResponse putWithReports() {
        return put(
                source,
                """
                {"type":"imap","displayName":"Mail","platform":"mail","url":"%s","secrets":["%s"],
                 "pollSeconds":86400,"settings":{"user":"%s@example.org","privateConsented":true,
                 "reportsTo":"%s"}}"""
                        .formatted(url("imap", "INBOX"), PASSWORD, id, reportsTo()));
    }

    String reportsTo() {
        return "reports@" + id.toLowerCase() + ".example.org";
    }

    String address() {
        JsonPath made =
                Http.as(Http.ADMIN)
                        .contentType(Http.JSON)
                        .body("{\"staff\":\"" + staff + "\"}")
                        .post(ADDRESSES)
                        .then()
                        .statusCode(201)
                        .body("staff", equalTo(staff))
                        .extract()
                        .jsonPath();
        String address = reportsTo().replace("@", "+" + made.getString("code") + "@");
        assertThat(made.getList("addresses")).isSubsetOf(List.of(address));
        return address;
    }

    /** As she writes it. */
    String report(int number, String to, String header, String body) {
        return """
        From: Dana <dana@home.example>
        To: %s
        Message-ID: <%s-%d@home.example>
        Subject: Friend request on my private account
        Date: Tue, 3 Mar 2026 07:33:26 +0100
        %s
        %s
        """
                .formatted(to, id, number, header, body)
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");
    }

    List<ConsumerRecord<String, byte[]>> mine(int count) {
        return signals.atLeast(count).stream()
                .filter(one -> TopicTail.value(one).contains(staff))
                .toList();
    }

    /** What became of mail to personal addresses. */
    static double mailed(String outcome) {
        String line = "upstander_ingest_mailed_reports_total{outcome=\"%s\"} ".formatted(outcome);
        return Http.as(Http.ADMIN)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
                .sum();
    }
}
