package org.upstander.alert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.alert.application.MemoryEngine.now;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.upstander.alert.domain.Acknowledgement.Kind;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Author;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.PagingRules;
import org.upstander.alert.domain.Verdict;

/** What holds of incidents whatever is done with them, in whatever order. */
class LifecyclePropertiesTest {

    private enum What {
        ATTACK,
        SEEN,
        CALLED,
        SAFE,
        SNOOZE,
        RESOLVE,
        MERGE,
        SPLIT,
        CHECK_IN,
        WAIT
    }

    /**
     * @param which of the incidents, counted round
     * @param who of some people or authors
     * @param much severity, or how long
     */
    record Action(What what, int which, int who, int much) {}

    @Provide
    Arbitrary<List<Action>> actions() {
        return Combinators.combine(
                        Arbitraries.of(What.values()),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 4))
                .as(Action::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private int attacks;

    private Assessment attack(Action action, Instant now) {
        String id = "p" + attacks++;
        return new Assessment(
                "as" + id,
                "cm-07",
                new Assessment.Post(
                        id,
                        "r1",
                        "forum",
                        id,
                        new Author("a" + action.who(), null, null),
                        "t" + action.which() % 3,
                        null,
                        null,
                        now,
                        "text",
                        null),
                Verdict.ATTACK,
                action.much(),
                0.9,
                List.of(action.much() > 2 ? "threat" : "insult"),
                "name",
                List.of(),
                false,
                null,
                "m",
                now,
                null);
    }

    private void act(MemoryEngine engine, Action action) {
        Instant at = engine.clock.instant();
        if (action.what() == What.ATTACK) {
            List<Assessment> attacks = List.of(attack(action, at));
            now(
                    engine.weighFresh
                            .now(attacks, at)
                            .chain(weighed -> engine.openIncidents.from(weighed, at))
                            .call(grouped -> engine.openIncidents.note(attacks, grouped, at))
                            .call(grouped -> engine.openIncidents.merge(grouped, at)));
        } else if (action.what() == What.WAIT) {
            engine.forward(action.much() * 20);
        } else if (!engine.stores.incidents.isEmpty()) {
            handle(engine, action, at);
        }
        engine.fire();
    }

    private static void handle(MemoryEngine engine, Action action, Instant at) {
        List<String> ids = new ArrayList<>(engine.stores.incidents.keySet());
        String id = ids.get(action.which() % ids.size());
        String who = "person" + action.who();
        switch (action.what()) {
            case SEEN -> now(engine.acknowledge.acknowledge(id, who, "Seen"));
            case CALLED -> now(engine.acknowledge.acknowledge(id, who, Kind.CALLED, "Called"));
            case SAFE -> now(engine.acknowledge.acknowledge(id, who, Kind.SAFE, "Safe"));
            case SNOOZE ->
                    now(
                            engine.acknowledge.snooze(
                                    id,
                                    who,
                                    at.plus(Duration.ofMinutes(action.much() * 25)),
                                    "Later"));
            case RESOLVE -> now(engine.resolve.resolve(id, who, null, "Over"));
            case MERGE -> now(engine.reshape.merge(id, ids.get(action.who() % ids.size()), who));
            case SPLIT ->
                    now(engine.reshape.split(id, List.of(), List.of("a" + action.who()), who));
            case CHECK_IN -> now(engine.checkIn.start(id, Duration.ofMinutes(15), "Every quarter"));
            default -> throw new IllegalArgumentException(action.toString());
        }
    }

    /** The engine in memory refuses to fire a page of an incident that is not open. */
    @Property(tries = 500)
    void nobodyIsCalledAboutWhatIsAcknowledgedOrResolved(@ForAll("actions") List<Action> actions) {
        MemoryEngine engine = new MemoryEngine();
        actions.forEach(action -> act(engine, action));

        engine.forward(26 * 60);

        engine.stores.incidents.values().stream()
                .filter(incident -> !incident.isOpen())
                .forEach(
                        incident ->
                                assertThat(engine.stores.pages)
                                        .noneMatch(
                                                page ->
                                                        page.pending()
                                                                && page.incidentId()
                                                                        .equals(incident.id())));
    }

    @Property(tries = 500)
    void noPostIsLostAndEachIsInOneIncidentThatCountsIt(@ForAll("actions") List<Action> actions) {
        MemoryEngine engine = new MemoryEngine();
        attacks = 0;
        for (Action action : actions) {
            act(engine, action);

            Map<String, Incident> incidents = engine.stores.incidents;
            assertThat(engine.stores.incidentOf).hasSize(engine.stores.posts.size());
            for (Incident incident : incidents.values()) {
                List<Assessment> own = engine.stores.postsOf(incident.id());
                if (!own.isEmpty()) {
                    assertThat(incident.postCount()).isEqualTo(own.size());
                    assertThat(incident.severity())
                            .isEqualTo(
                                    own.stream().mapToInt(Assessment::severity).max().getAsInt());
                }
            }
        }
        assertThat(engine.stores.posts).hasSize(attacks);
    }

    /**
     * Whoever attacks again extends the one live incident that has this author, if there is one.
     */
    @Property(tries = 500)
    void anAuthorNeverHasAGroupInAnIncidentThatGaveTheirPostsAway(
            @ForAll("actions") List<Action> actions) {
        MemoryEngine engine = new MemoryEngine();
        for (Action action : actions) {
            act(engine, action);

            Set<String> empty =
                    engine.stores.incidents.values().stream()
                            .filter(one -> engine.stores.postsOf(one.id()).isEmpty())
                            .peek(one -> assertThat(one.isResolved()).isTrue())
                            .map(Incident::id)
                            .collect(Collectors.toSet());
            engine.stores.keys.forEach(
                    (group, owner) -> {
                        assertThat(empty).doesNotContain(owner);
                        assertThat(engine.stores.incidents).containsKey(owner);
                    });
        }
    }

    /** A grave incident that nobody spoke about is never quiet for longer than policy and hour. */
    @Property(tries = 500)
    void aGraveIncidentThatNobodyCalledAboutPagesAgain(@ForAll("actions") List<Action> actions) {
        MemoryEngine engine = new MemoryEngine();
        actions.stream()
                .filter(action -> action.what() != What.CALLED && action.what() != What.SAFE)
                .forEach(action -> act(engine, action));
        engine.forward(61);

        long grave =
                engine.stores.incidents.values().stream()
                        .filter(one -> !one.isResolved() && one.severity() >= PagingRules.GRAVE)
                        .filter(one -> !one.isOpen())
                        .count();
        assertThat(grave).isZero();
    }
}
