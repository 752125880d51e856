package org.upstander.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Sets the community up, waits until its staff are known, then plays the feed to its end. */
final class DemoRun implements Runnable {

    private static final Duration PAUSE = Duration.ofMillis(3_500);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int TRIES = 60;

    private final Api api;
    private final FeedPlace place;
    private final Consumer<String> say;
    private final Clock clock = Clock.systemUTC();

    DemoRun(Api api, FeedPlace place, Consumer<String> say) {
        this.api = api;
        this.place = place;
        this.say = say;
    }

    @Override
    public void run() {
        try {
            setUp(Community.load());
            playFeed(FeedPost.load());
        } catch (InterruptedException e) {
            // The launcher stops; the place in the feed is written down.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            say.accept("the demo has ended early: " + e.getMessage());
        }
    }

    private void setUp(Community community) throws IOException, InterruptedException {
        put("contacts", community.contacts());
        put("policies", community.policies());
        put("staff", community.staff());
        awaitKnown(community.staff().get(community.staff().size() - 1));
    }

    private void put(String kind, List<Community.Item> items)
            throws IOException, InterruptedException {
        for (Community.Item item : items) {
            api.put(kind, item.id(), item.body());
        }
    }

    /** Asks the scorer about a mention of the last one until it is recognised. */
    private void awaitKnown(Community.Item member) throws IOException, InterruptedException {
        JsonNode handle = member.body().get("handles").get(0);
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ObjectNode post = request.putArray("posts").addObject();
        post.put("source", handle.get("platform").asText());
        post.put("externalId", "demo-probe");
        post.putObject("author").put("handle", "demo-probe");
        post.put("text", "Thank you @" + handle.get("handle").asText());
        for (int i = 0; i < TRIES; i++) {
            if (!api.score(request).at("/results/0/assessments").isEmpty()) {
                return;
            }
            Pause.of(RETRY.dividedBy(4));
        }
        throw new IOException("the scorer does not know " + member.id() + " yet");
    }

    private void playFeed(List<FeedPost> feed) throws IOException, InterruptedException {
        FeedPlace.At at = place.read(feed.size());
        say.accept(
                "the demo community writes: post %d of %d, one every %.1f s"
                        .formatted(at.next() + 1, feed.size(), PAUSE.toMillis() / 1000.0));
        for (int i = at.next(); i < feed.size(); i++) {
            send(feed.get(i).toJson(i, at.round(), clock.instant()));
            place.write(new FeedPlace.At(at.round(), i + 1));
            Pause.of(PAUSE);
        }
        say.accept("the demo community has written its last post; the next start begins anew");
    }

    /** A service that is away for a while is waited for: the same post again is harmless. */
    private void send(JsonNode post) throws IOException, InterruptedException {
        for (int i = 1; ; i++) {
            try {
                api.post(post);
                return;
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
                Pause.of(RETRY);
            }
        }
    }
}
