package org.upstander.bench.control;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Last hop of the control of the page: each record whose key begins with {@value #PAGE} is posted
 * to the receiver at once. No database, no policy, no signature.
 */
public final class BareHook {

    /** What a key begins with when its record is to be delivered; the rest names the receiver. */
    public static final String PAGE = "page/";

    private BareHook() {}

    /**
     * @param args bootstrap servers, topic, group, address of the receiver
     */
    public static void main(String[] args) {
        Line.endWithInput(() -> {});
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (KafkaConsumer<byte[], byte[]> consumer = Clients.consumer(args[0], args[2], 500)) {
            consumer.assign(
                    consumer.partitionsFor(args[1]).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList());
            Line.say(Line.READY);
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    deliver(http, args[3], record);
                }
            }
        }
    }

    private static void deliver(
            HttpClient http, String receiver, ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (!key.startsWith(PAGE)) {
            return;
        }
        CompletableFuture<HttpResponse<Void>> answer =
                http.sendAsync(
                        HttpRequest.newBuilder(URI.create(receiver + key.substring(PAGE.length())))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(record.value()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        answer.exceptionally(
                failure -> {
                    failure.printStackTrace();
                    return null;
                });
    }
}
