package org.upstander.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.upstander.bench.load.Receiver;
import org.upstander.bench.traffic.Attacks;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.Traffic;
import org.upstander.infrastructure.EmbeddedDatabase;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;

/** All three services on Kafka and PostgreSQL, set up through their public interfaces. */
final class PagingSystem {

    /** As deploy/standalone starts them. */
    static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC");

    static final int IMPORT_AT_ONCE = 200;
    private static final Duration ROSTER_WITHIN = Duration.ofSeconds(60);

    private final Api api;
    private final int ingestPort = FreePorts.one();
    private final int scoringPort = FreePorts.one();
    private final int alertPort = FreePorts.one();

    PagingSystem(Bench bench) {
        bench.database(EmbeddedDatabase.start(bench.data().resolve("postgres"), FreePorts.one()));
        api = new Api(bench.authorization());
        Map<String, String> more = settings(alertPort);
        bench.service(Service.ALERT, alertPort, JVM, more);
        bench.service(Service.SCORING, scoringPort, JVM, more);
        bench.service(Service.INGEST, ingestPort, JVM, more);
    }

    static Map<String, String> settings(int alertPort) {
        return Map.of(
                "UPSTANDER_SMTP_HOST", "127.0.0.1",
                "UPSTANDER_SMTP_PORT", Integer.toString(FreePorts.one()),
                "UPSTANDER_PUBLIC_URL", "http://127.0.0.1:" + alertPort,
                "UPSTANDER_WEBHOOK_SECRET", "whsec_YmVuY2gtd2ViaG9vay1zZWNyZXQtMDEyMzQ1Njc=",
                "UPSTANDER_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
    }

    URI posts() {
        return at(ingestPort, "/v1/posts");
    }

    /** Each person gets a contact whose webhook ends in the person's id. */
    void employ(List<Person> people, Receiver receiver) {
        for (Person person : people) {
            api.put(
                    at(alertPort, "/v1/contacts/ct-" + person.staffId()),
                    contact(person, receiver));
        }
        for (int from = 0; from < people.size(); from += IMPORT_AT_ONCE) {
            ArrayNode staff = Api.JSON.createArrayNode();
            people.subList(from, Math.min(people.size(), from + IMPORT_AT_ONCE))
                    .forEach(person -> staff.add(member(person)));
            api.post(at(alertPort, "/v1/staff:import"), staff);
        }
        awaitRoster(people.get(people.size() - 1));
    }

    /** Those that the shipped model takes for an attack worth a page. */
    List<String> recognised(List<String> sentences, Person person) {
        List<String> recognised = new ArrayList<>();
        for (String sentence : sentences) {
            JsonNode assessment = assess(sentence, person).path("assessments").path(0);
            if (assessment.path("verdict").asText().equals("attack")
                    && assessment.path("severity").asInt() >= 2) {
                recognised.add(sentence);
            }
        }
        if (recognised.isEmpty()) {
            throw new BenchFailure("the model takes none of the bench's attacks for one");
        }
        return recognised;
    }

    private void awaitRoster(Person last) {
        long giveUp = System.nanoTime() + ROSTER_WITHIN.toNanos();
        while (assess(Attacks.SENTENCES.get(0), last).path("assessments").isEmpty()) {
            if (System.nanoTime() > giveUp) {
                throw new BenchFailure(
                        last.staffId()
                                + " was not on the roster of scoring-service after "
                                + ROSTER_WITHIN.toSeconds()
                                + " s");
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private JsonNode assess(String sentence, Person person) {
        ObjectNode question = Api.JSON.createObjectNode();
        try {
            question.putArray("posts")
                    .add(Api.JSON.readTree(Attacks.post(sentence, person, 1).asLiveRequest()));
        } catch (java.io.IOException e) {
            throw new BenchFailure("a post is not JSON", e);
        }
        return api.post(at(scoringPort, "/v1/score"), question).path("results").path(0);
    }

    static ObjectNode contact(Person person, Receiver receiver) {
        ObjectNode contact = Api.JSON.createObjectNode();
        contact.put("displayName", "Contact of " + person.staffId());
        contact.putArray("methods")
                .addObject()
                .put("channel", "webhook")
                .put("address", receiver.address().resolve(person.staffId()).toString())
                .put("verified", true);
        return contact.put("timeZone", "Europe/Berlin");
    }

    static ObjectNode member(Person person) {
        ObjectNode member = Api.JSON.createObjectNode();
        member.put("id", person.staffId()).put("displayName", person.name());
        member.putArray("names").add(person.name()).add(person.firstName());
        member.putArray("handles")
                .addObject()
                .put("platform", Traffic.PLATFORM)
                .put("handle", person.handle());
        member.putArray("roleTitles");
        member.put("timeZone", "Europe/Berlin");
        member.putObject("escalation").put("contactId", "ct-" + person.staffId());
        return member;
    }

    static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
