package org.upstander.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Sends at a constant rate whatever the server does, as the world outside would. What is late is
 * measured from when it should have been sent.
 */
public final class OpenLoop {

    /**
     * One thing to send.
     *
     * @param uri where to
     * @param body JSON
     * @param authorization value of the header
     * @param key for the bare control, else null
     */
    public record Message(URI uri, byte[] body, String authorization, String key) {}

    /** Told when a message should leave, before it does. */
    @FunctionalInterface
    public interface Departure {
        void due(int index, long nanoTime);
    }

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /**
     * @param perSecond arrivals
     * @param count how many in all
     * @param messages message by index, made beforehand
     * @param departure told of each
     * @return how many were not answered with 202
     */
    public long run(int perSecond, int count, IntFunction<Message> messages, Departure departure) {
        AtomicLong refused = new AtomicLong();
        CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
        long start = System.nanoTime() + 10_000_000;
        for (int i = 0; i < count; i++) {
            HttpRequest request = request(messages.apply(i));
            long due = start + i * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            departure.due(i, due);
            answers[i] =
                    client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .handle(
                                    (response, failure) -> {
                                        if (failure != null || response.statusCode() != 202) {
                                            refused.incrementAndGet();
                                        }
                                        return null;
                                    });
        }
        CompletableFuture.allOf(answers).join();
        return refused.get();
    }

    private static HttpRequest request(Message message) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(message.uri())
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .header("Authorization", message.authorization())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        if (message.key() != null) {
            builder.header("X-Key", message.key());
        }
        return builder.build();
    }
}
