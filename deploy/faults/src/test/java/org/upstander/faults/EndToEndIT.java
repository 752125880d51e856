package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.faults.Community.attackOn;
import static org.upstander.faults.Community.criticismOf;
import static org.upstander.faults.Community.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMailUtil;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.standalone.Service;

/** A post that attacks a member of staff pages her contact, and nothing else does. */
class EndToEndIT {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/a/\\S+");

    @TempDir static Path directory;
    static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.started(directory);
        rig.community.contact("lead", List.of(Community.webhook(rig.webhook.address("/lead"))));
        rig.community.contact("mailed", List.of(Community.mail("mailed@example.org")));
        rig.community.contact("second", List.of(Community.webhook(rig.webhook.address("/second"))));
        rig.api
                .put(
                        "/v1/policies/two-steps",
                        Map.of(
                                "displayName",
                                "Two steps",
                                "steps",
                                List.of(
                                        Map.of(
                                                "afterSeconds",
                                                0,
                                                "targets",
                                                List.of(Map.of("staffContact", true))),
                                        Map.of(
                                                "afterSeconds",
                                                20,
                                                "targets",
                                                List.of(Map.of("contactId", "second")))),
                                "lastResort",
                                Map.of("contactId", "second")))
                .expect(200, 201);
        rig.community.staff("pelagia_k", "Pelagia Kroft", "lead", null);
        rig.community.staff("osric_v", "Osric Vantongeren", "mailed", "two-steps");
        rig.awaitBound("Pelagia Kroft");
        rig.awaitBound("Osric Vantongeren");
    }

    @AfterAll
    static void stop() {
        try {
            rig.assertLogsTellNothing();
        } finally {
            rig.close();
        }
    }

    @Test
    void anAttackPagesTheContactByASignedWebhookOnce() {
        // When
        rig.community.write(post("e1", "grumbler", "t1", attackOn("Pelagia Kroft")));
        rig.community.write(post("e1", "grumbler", "t1", attackOn("Pelagia Kroft")));

        // Then
        JsonNode incident = onlyIncident("pelagia_k", "grumbler");
        Rig.soon().untilAsserted(() -> assertThat(pages(incident)).hasSize(1));
        assertThat(pages(incident).get(0).signed()).isTrue();
        assertThat(pages(incident).get(0).body().toString()).doesNotContain(Community.TRACER);
        JsonNode whole = rig.api.get("/v1/incidents/" + incident.get("id").asText()).json();
        assertThat(whole.get("timeline")).isNotEmpty();
        assertThat(whole.toString()).contains(Community.TRACER);
    }

    @Test
    void harshCriticismIsAssessedAndPagesNobody() {
        // When: the criticism first, an attack by somebody else after it
        rig.community.write(post("c1", "objector", "t2", criticismOf("Pelagia Kroft")));
        rig.community.write(post("c2", "another_grumbler", "t3", attackOn("Pelagia Kroft")));

        // Then: both are through, and the first left no incident
        JsonNode attack = onlyIncident("pelagia_k", "another_grumbler");
        Rig.soon().untilAsserted(() -> assertThat(pages(attack)).hasSize(1));
        Rig.soon()
                .untilAsserted(
                        () ->
                                assertThat(rig.api.list("/v1/assessments?author=objector"))
                                        .isNotEmpty()
                                        .noneMatch(
                                                one ->
                                                        one.get("verdict")
                                                                .asText()
                                                                .equals("attack")));
        assertThat(rig.api.list("/v1/incidents?author=objector")).isEmpty();
    }

    @Test
    void anEditThatAddsAnAttackPages() {
        // Given
        rig.community.write(post("d1", "editor", "t4", criticismOf("Pelagia Kroft")));
        Rig.soon()
                .untilAsserted(
                        () -> assertThat(rig.api.list("/v1/assessments?author=editor")).hasSize(1));
        assertThat(rig.api.list("/v1/incidents?author=editor")).isEmpty();

        // When
        rig.community.write(
                post("d1", "editor", "t4", attackOn("Pelagia Kroft"))
                        .put("editedAt", java.time.Instant.now().toString()));

        // Then
        JsonNode incident = onlyIncident("pelagia_k", "editor");
        Rig.soon().untilAsserted(() -> assertThat(pages(incident)).hasSize(1));
    }

    @Test
    void theLinkInTheMailAcknowledgesAndTheSecondStepNeverComes() throws Exception {
        // Given
        rig.community.write(post("f1", "sniper", "t5", attackOn("Osric Vantongeren")));
        Rig.soon().until(() -> rig.mail.getReceivedMessages().length > 0);
        String text =
                GreenMailUtil.getWholeMessage(rig.mail.getReceivedMessages()[0])
                        .replace("=\r\n", "")
                        .replace("=3D", "=");
        assertThat(text).doesNotContain(Community.TRACER).doesNotContain("sniper");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        URI address = URI.create(link.group().replaceAll("[\">].*", ""));

        // When
        Api.Answer confirm = rig.api.open("GET", address);
        JsonNode before = onlyIncident("osric_v", "sniper");
        Api.Answer done = rig.api.open("POST", address);

        // Then
        assertThat(confirm.status()).isEqualTo(200);
        assertThat(confirm.text()).doesNotContain(Community.TRACER);
        assertThat(before.get("state").asText()).isEqualTo("open");
        assertThat(done.status()).isEqualTo(200);
        assertThat(onlyIncident("osric_v", "sniper").get("state").asText())
                .isEqualTo("acknowledged");
        Rig.soon()
                .until(
                        () ->
                                rig.api
                                        .get("/v1/incidents/" + before.get("id").asText())
                                        .text()
                                        .contains("acknowledged"));
        assertThat(rig.webhook.received())
                .noneMatch(one -> one.incidentId().equals(before.get("id").asText()));
    }

    @Test
    void aTokenOpensOneDoorUntilItIsRevoked() {
        // Given
        JsonNode made =
                rig.api
                        .post(
                                Service.ALERT,
                                "/v1/tokens",
                                Map.of("name", "feed", "scopes", List.of("posts:write")))
                        .expect(201)
                        .json();
        Api feed = new Api(rig.system, made.get("token").asText());

        // Then: it opens posts, and nothing else
        Rig.soon().untilAsserted(() -> assertThat(handIn(feed).status()).isEqualTo(202));
        assertThat(feed.get("/v1/incidents").status()).isEqualTo(403);

        // When
        rig.api.delete("/v1/tokens/" + made.get("id").asText()).expect(204);

        // Then
        Rig.soon().untilAsserted(() -> assertThat(handIn(feed).status()).isEqualTo(401));
    }

    @Test
    void withoutATokenNothingButHealthAndTheDescriptionAnswers() {
        for (Service service : Service.values()) {
            URI base = rig.system.service(service).address();
            assertThat(rig.api.open("GET", base.resolve("/q/health/live")).status()).isEqualTo(200);
            Stream.of("/q/metrics", "/v1/anything", "/v1/staff", "/v1/model")
                    .forEach(
                            path ->
                                    assertThat(rig.api.open("GET", base.resolve(path)).status())
                                            .as("%s%s", service, path)
                                            .isEqualTo(401));
        }
    }

    private static Api.Answer handIn(Api feed) {
        return feed.post(
                Service.INGEST, "/v1/posts", post("g1", "visitor", "t6", Community.chatter()));
    }

    private static JsonNode onlyIncident(String staff, String author) {
        String path = "/v1/incidents?staff=" + staff + "&author=" + author;
        Rig.soon().untilAsserted(() -> assertThat(rig.api.list(path)).hasSize(1));
        return rig.api.list(path).get(0);
    }

    private static List<WebhookReceiver.Received> pages(JsonNode incident) {
        return rig.webhook.received().stream()
                .filter(one -> one.incidentId().equals(incident.get("id").asText()))
                .toList();
    }
}
