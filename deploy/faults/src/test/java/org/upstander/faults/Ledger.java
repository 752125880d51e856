package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.upstander.standalone.Service;

/**
 * What a client was promised: the posts it has a 202 for, and what must follow from them. Each of
 * its authors attacks one member of staff in a thread of their own, so each is one incident.
 */
final class Ledger {

    private static final String[] FIRST = {"Aldith", "Brannoc", "Cerys", "Dunstan", "Eluned"};
    private static final String LAST = "Marrowick";

    private final Rig rig;
    private final Random random;
    private final Set<String> mentions = new LinkedHashSet<>();
    private final Map<String, String> attackers = new TreeMap<>();
    private int next;

    Ledger(Rig rig, long seed) {
        this.rig = rig;
        this.random = new Random(seed);
    }

    /** Makes five members of staff, all looked after by the webhook. */
    void enrol() {
        rig.community.contact("watch", List.of(Community.webhook(rig.webhook.address("/watch"))));
        for (String first : FIRST) {
            rig.community.staff(staffId(first), first + " " + LAST, "watch", null);
        }
        for (String first : FIRST) {
            rig.awaitBound(first + " " + LAST);
        }
    }

    /**
     * Hands in posts one after another; each is repeated until a 202, as a client with a queue
     * does.
     *
     * @param count how many
     * @return how often the answer was another than 202
     */
    List<Api.Answer> write(int count) {
        List<Api.Answer> refused = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            writeOne(refused);
        }
        return refused;
    }

    private void writeOne(List<Api.Answer> refused) {
        int number = next++;
        String first = FIRST[random.nextInt(FIRST.length)];
        String name = first + " " + LAST;
        String id = "l" + number;
        int kind = random.nextInt(100);
        String author = "member" + number;
        String text =
                kind < 3
                        ? Community.attackOn(name)
                        : kind < 20 ? Community.criticismOf(name) : Community.chatter();
        var post = Community.post(id, author, "thread" + number, text);
        Rig.soon()
                .until(
                        () -> {
                            Api.Answer answer = rig.api.post(Service.INGEST, "/v1/posts", post);
                            if (answer.status() != 202) {
                                refused.add(answer);
                            }
                            return answer.status() == 202;
                        });
        if (kind < 20) {
            mentions.add(id);
        }
        if (kind < 3) {
            attackers.put(author, staffId(first));
        }
    }

    int attacks() {
        return attackers.size();
    }

    /** Everything that was promised has come true, once. */
    void assertKept() {
        Rig.soon()
                .atMost(java.time.Duration.ofMinutes(3))
                .untilAsserted(
                        () -> {
                            Set<String> assessed = new TreeSet<>();
                            for (JsonNode one : rig.api.list("/v1/assessments?source=forum")) {
                                assessed.add(one.get("externalId").asText());
                            }
                            assertThat(assessed).containsAll(mentions);
                        });
        Rig.soon()
                .untilAsserted(
                        () ->
                                assertThat(incidents())
                                        .containsExactlyInAnyOrderEntriesOf(attackers));
        Rig.soon().untilAsserted(() -> assertThat(firstPages()).hasSize(attackers.size()));
        firstPages()
                .forEach(
                        (incident, keys) ->
                                assertThat(keys).as("keys of incident %s", incident).hasSize(1));
    }

    /** Incidents by author; a second incident of an author would fail the comparison. */
    private Map<String, String> incidents() {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode incident : rig.api.list("/v1/incidents")) {
            String author = incident.at("/authors/0/handle").asText();
            String before = found.put(author, incident.get("staffId").asText());
            assertThat(before).as("incidents of %s", author).isNull();
        }
        return found;
    }

    /** Idempotency keys of first pages by incident: one key each, however often it came. */
    private Map<String, Set<String>> firstPages() {
        Map<String, Set<String>> pages = new TreeMap<>();
        rig.webhook.received().stream()
                .filter(one -> one.step() == 1)
                .forEach(
                        one ->
                                pages.computeIfAbsent(one.incidentId(), any -> new TreeSet<>())
                                        .add(one.id()));
        return pages;
    }

    private static String staffId(String first) {
        return first.toLowerCase(java.util.Locale.ROOT) + "_m";
    }
}
