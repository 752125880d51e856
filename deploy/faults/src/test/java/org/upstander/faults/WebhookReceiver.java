package org.upstander.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook endpoint of a contact: keeps what comes, and checks each signature. */
final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final String secret;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /**
     * @param id {@code webhook-id}, the idempotency key
     * @param signed whether one of its signatures is right (Standard Webhooks, symmetric v1)
     * @param body as sent
     */
    record Received(String id, boolean signed, JsonNode body) {

        String incidentId() {
            return body.at("/data/incidentId").asText();
        }

        String staffId() {
            return body.at("/data/staffId").asText();
        }

        int step() {
            return body.at("/data/step").asInt();
        }
    }

    WebhookReceiver(String secret) {
        this.secret = secret;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** From now on what comes counts as received, and is answered only after {@link #answer}. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    /** Answers everybody who waits, and whoever comes from now on. */
    void answer() {
        gate.countDown();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
            String wanted = "v1," + sign(id + "." + timestamp + ".", body);
            boolean signed = List.of(signatures.split(" ")).contains(wanted);
            received.add(new Received(id, signed, Api.JSON.readTree(body)));
            gate.await();
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String sign(String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        answer();
        server.stop(0);
    }
}
