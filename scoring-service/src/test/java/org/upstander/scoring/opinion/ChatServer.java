package org.upstander.scoring.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that speaks OpenAI's chat completions, as far as we do, and answers as it is told. */
public final class ChatServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one request said. */
    public record Asked(String path, Headers headers, JsonNode body) {

        /** The message that holds the post. */
        public JsonNode post() {
            return tree(body.at("/messages/1/content").textValue().getBytes(UTF_8));
        }
    }

    /** Answers one request. */
    public interface Reply {
        void to(HttpExchange call) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Reply reply = says("neutral", 0.5);

    public ChatServer() {
        this(0);
    }

    /**
     * @param port 0 for any that is free
     */
    public ChatServer(int port) {
        try {
            InetAddress local = InetAddress.getLoopbackAddress();
            server = HttpServer.create(new InetSocketAddress(local, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    }

    public List<Asked> asked() {
        return asked;
    }

    public void replies(Reply other) {
        reply = other;
    }

    public static Reply says(String verdict, double confidence) {
        return content("{\"verdict\":\"%s\",\"confidence\":%s}".formatted(verdict, confidence));
    }

    /** Answers with a message of that content. */
    static Reply content(String content) {
        String message = JSON.createObjectNode().put("content", content).toString();
        return status(
                200, "{\"id\":\"1\",\"choices\":[{\"index\":0,\"message\":" + message + "}]}");
    }

    static Reply status(int status, String body) {
        return call -> {
            byte[] bytes = body.getBytes(UTF_8);
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        };
    }

    private void handle(HttpExchange call) throws IOException {
        asked.add(
                new Asked(
                        call.getRequestURI().getPath(),
                        call.getRequestHeaders(),
                        tree(call.getRequestBody().readAllBytes())));
        reply.to(call);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
