package org.upstander.scenarios.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstander.scenarios.story.Expected;
import org.upstander.scenarios.story.Happening;
import org.upstander.scenarios.story.Happening.Answered;
import org.upstander.scenarios.story.Happening.Approached;
import org.upstander.scenarios.story.Happening.Moderated;
import org.upstander.scenarios.story.Happening.Written;
import org.upstander.scenarios.story.Script;
import org.upstander.scenarios.story.Story;

/**
 * Plays a story on a running system, through its public interface: puts the staff there, sends
 * posts and signals, waits until all of them are through, reads the incidents, and takes the staff
 * away.
 */
public final class RemotePlay {

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(60);
    private static final Duration THROUGH_WITHIN = Duration.ofSeconds(90);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int BATCH = 100;

    private final Story story;
    private final Client client;
    private final Cast cast;
    private final Waiting waiting;
    private final AtomicInteger markers = new AtomicInteger();

    private RemotePlay(Story story, Running system, Clock clock) {
        this.story = story;
        this.client = new Client(system);
        this.waiting = new Waiting(clock);
        this.cast = new Cast(story, client, Long.toString(clock.millis(), Character.MAX_RADIX));
    }

    /**
     * @param speed how much faster than it is told; infinite: at once
     * @return what differs from what the story wants of a running system; empty where nothing does
     */
    public static List<String> differences(Story story, Running system, double speed, Clock clock) {
        return new RemotePlay(story, system, clock).differences(speed);
    }

    /** Why a story is not as it wants on a running system yet. */
    public static Optional<String> gap(Story story) {
        return Optional.ofNullable(Lenient.wanted(story.expect()).gap());
    }

    private List<String> differences(double speed) {
        cast.enter();
        try {
            awaitKnown();
            List<Happening> script = Script.of(story);
            if (!script.isEmpty()) {
                play(script, speed);
            }
            awaitThrough();
            Expected.OnSystem wanted = Lenient.wanted(story.expect());
            waiting.until(() -> Lenient.differences(wanted, incidents()).isEmpty(), NOTICED_WITHIN);
            return Lenient.differences(wanted, incidents());
        } finally {
            answer(cast.staffIds(), true);
            cast.leave();
        }
    }

    private void play(List<Happening> script, double speed) {
        Shift shift =
                new Shift(
                        script.get(0).at(),
                        script.get(script.size() - 1).at(),
                        waiting.now(),
                        speed);
        Messages messages = new Messages(story, cast, shift);
        ArrayNode posts = Client.JSON.createArrayNode();
        for (Happening one : script) {
            boolean later = shift.played(one.at()).isAfter(waiting.now());
            if (!(one instanceof Written) || later || posts.size() == BATCH) {
                send(posts);
            }
            waiting.until(shift.played(one.at()));
            if (one instanceof Written post) {
                posts.add(messages.of(post));
            } else if (one instanceof Moderated act) {
                client.ingest("/v1/signals", messages.of(act));
            } else if (one instanceof Approached attempt) {
                client.ingest("/v1/signals", messages.of(attempt));
            } else if (one instanceof Answered answer) {
                awaitThrough();
                answer(List.of(cast.staffId(answer.staff())), answer.resolves());
            }
        }
        send(posts);
    }

    private void send(ArrayNode posts) {
        if (!posts.isEmpty()) {
            client.ingest("/v1/posts", posts);
            posts.removeAll();
        }
    }

    /** Until the scorer recognises everybody. */
    private void awaitKnown() {
        ObjectNode request = Client.JSON.createObjectNode();
        request.putArray("posts").add(marker());
        boolean known =
                waiting.until(
                        () ->
                                client.score(request).at("/results/0/assessments").size()
                                        >= story.staff().size(),
                        KNOWN_WITHIN);
        if (!known) {
            throw new IllegalStateException("the scorer does not know the staff of the story");
        }
    }

    /**
     * Until a post that was sent last is through, and nothing else comes behind it: posts of other
     * threads go other ways.
     */
    private void awaitThrough() {
        ObjectNode marker = marker();
        String author = marker.at("/author/id").asText();
        client.ingest("/v1/posts", marker);
        for (String staffId : cast.staffIds()) {
            boolean through =
                    waiting.until(
                            () ->
                                    !client.list(
                                                    "/v1/assessments?staff=%s&author=%s"
                                                            .formatted(staffId, author))
                                            .isEmpty(),
                            THROUGH_WITHIN);
            if (!through) {
                throw new IllegalStateException("posts do not come through");
            }
        }
        AtomicInteger before = new AtomicInteger(-1);
        waiting.until(
                () -> {
                    int now = assessed();
                    boolean quiet = before.getAndSet(now) == now;
                    waiting.until(waiting.now().plus(quiet ? Duration.ZERO : QUIET));
                    return quiet;
                },
                THROUGH_WITHIN);
    }

    private ObjectNode marker() {
        Shift now = new Shift(waiting.now(), waiting.now(), waiting.now(), 1);
        return new Messages(story, cast, now)
                .marker("marker-" + markers.incrementAndGet(), waiting.now());
    }

    private int assessed() {
        return cast.staffIds().stream()
                .mapToInt(id -> client.list("/v1/assessments?staff=" + id).size())
                .sum();
    }

    /** With ids as the story has them. */
    private List<JsonNode> incidents() {
        List<JsonNode> incidents = new ArrayList<>();
        for (String staffId : cast.staffIds()) {
            for (JsonNode incident : client.list("/v1/incidents?staff=" + staffId)) {
                incidents.add(((ObjectNode) incident).put("staffId", cast.named(staffId)));
            }
        }
        return incidents;
    }

    private void answer(List<String> staffIds, boolean resolves) {
        for (String staffId : staffIds) {
            for (JsonNode incident : client.list("/v1/incidents?staff=" + staffId)) {
                if (!incident.get("state").asText().equals("resolved")) {
                    String path = "/v1/incidents/" + incident.get("id").asText();
                    client.alert(
                            "POST",
                            path + (resolves ? ":resolve" : ":acknowledge"),
                            resolves
                                    ? Client.JSON
                                            .createObjectNode()
                                            .put("reason", "as the story goes")
                                    : Client.JSON.createObjectNode().put("kind", "called"));
                }
            }
        }
    }
}
