package org.upstander.alert.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstander.alert.http.AssessmentFeed.Draft;
import org.upstander.alert.notify.ReceiversResource;
import org.upstander.infrastructure.InfrastructureResource;

/** A mailbox that gets one mail an interval; the mails go to a real one. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ReceiversResource.class)
class DigestIT extends RestTestBase {

    private String contact;
    private String mail;
    private String digest;

    @BeforeEach
    void aContactWithAMailAndADigest() {
        contact = fresh("ct");
        mail = fresh("lead") + "@example.org";
        digest = "digest-" + mail;
        json("""
             {"displayName":"Lead","methods":[{"channel":"digest","address":"%s","verified":true},
              {"channel":"email","address":"%s","verified":true}]}"""
                        .formatted(digest, mail))
                .put("/v1/contacts/" + contact)
                .then()
                .statusCode(201);
    }

    @Test
    void manyPagesAreOneMailWhenItIsDue() throws Exception {
        // Given
        String one = attack(fresh("cm"), 2);
        String other = attack(fresh("cm"), 4);
        inDigest(2);
        assertThat(mailsTo(digest)).isEmpty();

        // When
        due();

        // Then
        eventually(() -> assertThat(mailsTo(digest)).hasSize(1));
        MimeMessage sent = mailsTo(digest).get(0);
        assertThat(sent.getSubject()).isEqualTo("Digest: 2 incidents, severity up to 4");
        assertThat(sent.getContent().toString())
                .containsSubsequence(other + ": ", one + ": ")
                .contains("1 post by 1 author, 1 page")
                .doesNotContain("cheat", "heath", "/a/");
        eventually(
                () ->
                        assertThat(column("select id from digest_mail where address = ?", digest))
                                .isEmpty());
        eventually(() -> assertThat(mailsTo(mail)).hasSize(2));
    }

    @Test
    void whatAnInstanceTookAndDidNotFinishIsSentAgainWithTheSameId() throws Exception {
        // Given: an instance died after it took the digest
        String first = attack(fresh("cm"), 2);
        inDigest(1);
        sql(
                "update digest_mail set attempt = 1, due_at = now(), lease_until = now() + interval '1 hour' where address = ?",
                digest);
        String id = column("select id from digest_mail where address = ?", digest).get(0);

        // When: a page comes in between, and the lease ends
        String later = attack(fresh("cm"), 2);
        inDigest(2);
        assertThat(mailsTo(digest)).isEmpty();
        sql("update digest_mail set lease_until = now() - interval '1 s' where id = ?", id);

        // Then: nothing is lost, and what came later is in the next one
        eventually(() -> assertThat(mailsTo(digest)).hasSize(1));
        MimeMessage sent = mailsTo(digest).get(0);
        assertThat(sent.getHeader("Message-ID")[0]).startsWith("<" + id + "@");
        assertThat(sent.getContent().toString()).contains(first).doesNotContain(later);
        due();
        eventually(() -> assertThat(mailsTo(digest)).hasSize(2));
        assertThat(mailsTo(digest).get(1).getContent().toString()).contains(later);
    }

    @Test
    void whoIsNoLongerToBeToldIsNotTold() throws Exception {
        // Given
        attack(fresh("cm"), 2);
        inDigest(1);
        json(DirectoryBodies.contact(mail)).put("/v1/contacts/" + contact).then().statusCode(200);

        // When
        due();

        // Then
        eventually(
                () ->
                        assertThat(column("select id from digest_mail where address = ?", digest))
                                .isEmpty());
        assertThat(mailsTo(digest)).isEmpty();
    }

    @Test
    void aCodeComesAtOnce() {
        json("{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"digest\",\"address\":\"%s\"}]}"
                        .formatted(digest))
                .put("/v1/contacts/" + contact)
                .then()
                .body("methods[0].verified", equalTo(true));
        json("{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"digest\",\"address\":\"new-%s\"}]}"
                        .formatted(digest))
                .put("/v1/contacts/" + contact)
                .then()
                .body("methods[0].verified", equalTo(false));
        admin().post("/v1/contacts/" + contact + "/methods/0:send-code").then().statusCode(202);
        eventually(
                () ->
                        assertThat(mailsTo("new-" + digest).get(0).getSubject())
                                .startsWith("Upstander code "));
    }

    private String attack(String staff, int severity) {
        json("{\"displayName\":\"Dana Okafor\",\"escalation\":{\"contactId\":\"%s\"}}"
                        .formatted(contact))
                .put("/v1/staff/" + staff)
                .then()
                .statusCode(201);
        Draft draft = Draft.attack(fresh("as"), staff, "heath", "what a cheat");
        AssessmentFeed.publishAndWait(
                new Draft(
                        draft.id(),
                        staff,
                        draft.source(),
                        draft.author(),
                        draft.verdict(),
                        severity,
                        draft.category(),
                        draft.postedAt(),
                        draft.text(),
                        null));
        return column("select id from incident where staff_id = ?", staff).get(0);
    }

    private void inDigest(int count) {
        eventually(
                () ->
                        assertThat(
                                        column(
                                                """
                                                select e.delivery_id from digest_entry e
                                                join digest_mail m on m.id = e.digest_id where m.address = ?
                                                """,
                                                digest))
                                .hasSize(count));
    }

    private void due() {
        sql("update digest_mail set due_at = now() where address = ? and attempt = 0", digest);
    }

    private static void eventually(ThrowingRunnable condition) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(condition);
    }

    private static List<MimeMessage> mailsTo(String address) throws Exception {
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
