package org.upstander.bench.control;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Control of the single-post door: reads the body, sends it to Kafka, answers 202 when the broker
 * acknowledged. Looks at nothing: no token, no JSON, no limits.
 */
public final class BareDoor extends AbstractVerticle {

    private final KafkaProducer<byte[], byte[]> producer;
    private final int port;
    private final String topic;

    private BareDoor(KafkaProducer<byte[], byte[]> producer, int port, String topic) {
        this.producer = producer;
        this.port = port;
        this.topic = topic;
    }

    /**
     * @param args bootstrap servers, HTTP port, topic, linger in ms
     */
    public static void main(String[] args) {
        KafkaProducer<byte[], byte[]> producer =
                Clients.producer(args[0], Integer.parseInt(args[3]));
        producer.partitionsFor(args[2]);
        int port = Integer.parseInt(args[1]);
        Vertx.vertx()
                .deployVerticle(
                        () -> new BareDoor(producer, port, args[2]),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .onSuccess(id -> Line.say(Line.READY))
                .onFailure(
                        failure -> {
                            failure.printStackTrace();
                            System.exit(1);
                        });
        Line.endWithInput(() -> {});
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(this::take)
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void take(HttpServerRequest request) {
        Context context = vertx.getOrCreateContext();
        String key = request.getHeader("X-Key");
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        request.body()
                .onSuccess(
                        body ->
                                producer.send(
                                        new ProducerRecord<>(topic, keyBytes, body.getBytes()),
                                        (metadata, failure) ->
                                                context.runOnContext(
                                                        v ->
                                                                request.response()
                                                                        .setStatusCode(
                                                                                failure == null
                                                                                        ? 202
                                                                                        : 503)
                                                                        .end())));
    }
}
