package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstander.standalone.Service;

/**
 * What a client was promised: the posts it has a 202 for, and what must follow from them. Each of
 * its authors attacks one member of staff in a thread of their own, so each is one incident.
 */
final class Ledger {

    /** Their ids lie in all four partitions of the topic, so whoever has a share has a person. */
    private static final String[] FIRST = {"Aldith", "Brannoc", "Cerys", "Demelza", "Eluned"};

    private static final String LAST = "Marrowick";
    private static final int CLIENTS = 8;

    private final Rig rig;
    private final Random random;
    private final Set<String> mentions = ConcurrentHashMap.newKeySet();
    private final Map<String, String> attackers = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
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
     * Hands in posts, several at a time; each is repeated until a 202, as a client with a queue
     * does, and counts as promised only then. Returns when all have theirs.
     *
     * @param count how many
     */
    void write(int count) {
        write(count, () -> {});
    }

    /**
     * Hands in posts while something happens to the services.
     *
     * @param count how many
     * @param meanwhile runs in the caller's thread, see {@link #awaitAccepted}
     */
    void write(int count, Runnable meanwhile) {
        try (Clients clients = new Clients(CLIENTS)) {
            for (int i = 0; i < count; i++) {
                Entry entry = draw();
                clients.hand(() -> handIn(entry));
            }
            meanwhile.run();
            clients.await();
        }
    }

    /** Hands in one attack on each member of staff. */
    void writeAttackOnEach() {
        for (String first : FIRST) {
            handIn(entry(first, true, true));
        }
    }

    /** Waits until so many posts have their 202, with others still on their way. */
    void awaitAccepted(int count) {
        Rig.soon().pollInterval(Duration.ofMillis(1)).until(() -> accepted.get() >= count);
    }

    int accepted() {
        return accepted.get();
    }

    /**
     * One post and what must follow from it.
     *
     * @param mentions whether it names somebody, so that it must be assessed
     * @param attacked id of the member of staff who is attacked, or null
     */
    private record Entry(ObjectNode post, String author, boolean mentions, String attacked) {

        String id() {
            return post.get("externalId").asText();
        }
    }

    private Entry draw() {
        String first = FIRST[random.nextInt(FIRST.length)];
        int kind = random.nextInt(100);
        return entry(first, kind < 3, kind < 20);
    }

    private Entry entry(String first, boolean attack, boolean mention) {
        int number = next++;
        String name = first + " " + LAST;
        String author = "member" + number;
        String text =
                attack
                        ? Community.attackOn(name)
                        : mention ? Community.criticismOf(name) : Community.chatter();
        return new Entry(
                Community.post("l" + number, author, "thread" + number, text),
                author,
                mention,
                attack ? staffId(first) : null);
    }

    private void handIn(Entry entry) {
        Rig.soon()
                .until(
                        () ->
                                rig.api.post(Service.INGEST, "/v1/posts", entry.post()).status()
                                        == 202);
        if (entry.mentions()) {
            mentions.add(entry.id());
        }
        if (entry.attacked() != null) {
            attackers.put(entry.author(), entry.attacked());
        }
        accepted.incrementAndGet();
    }

    /** Waits until everything that was promised so far is assessed. */
    void awaitAssessed() {
        Rig.soon()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(assessed()).containsAll(mentions));
    }

    /** Everything that was promised has come true, once. */
    void assertKept() {
        awaitAssessed();
        assertThat(attackers).isNotEmpty();
        Rig.soon()
                .untilAsserted(
                        () ->
                                assertThat(incidents())
                                        .containsExactlyInAnyOrderEntriesOf(attackers));
        Rig.soon()
                .untilAsserted(
                        () ->
                                assertThat(firstPages().keySet())
                                        .containsExactlyInAnyOrderElementsOf(incidentIds()));
        firstPages()
                .forEach(
                        (incident, keys) ->
                                assertThat(keys).as("keys of incident %s", incident).hasSize(1));
    }

    private Set<String> assessed() {
        Set<String> assessed = new TreeSet<>();
        for (JsonNode one : rig.api.list("/v1/assessments?source=forum")) {
            assessed.add(one.get("externalId").asText());
        }
        return assessed;
    }

    /**
     * Who is attacked, by author. The same words by several are a campaign, and one incident; an
     * author in a second incident would fail the comparison.
     */
    private Map<String, String> incidents() {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode incident : rig.api.list("/v1/incidents")) {
            assertThat(incident.get("authorCount").asInt())
                    .as("authors of %s", incident)
                    .isEqualTo(incident.get("authors").size());
            for (JsonNode one : incident.get("authors")) {
                String author = one.get("handle").asText();
                String before = found.put(author, incident.get("staffId").asText());
                assertThat(before).as("incidents of %s", author).isNull();
            }
        }
        return found;
    }

    private Set<String> incidentIds() {
        Set<String> ids = new TreeSet<>();
        rig.api.list("/v1/incidents").forEach(one -> ids.add(one.get("id").asText()));
        return ids;
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
        return first.toLowerCase(Locale.ROOT) + "_m";
    }
}
