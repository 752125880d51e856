package org.upstander.standalone.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The mailbox for the eye ({@code /}) and for scripts ({@code /messages}, JSON). Listens on the
 * loopback address and answers only to its names, so that a web page elsewhere can't read it by
 * pointing a domain of its own here.
 */
final class MailboxPage {

    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final int port;
    private final Inbox inbox;
    private final ObjectMapper json = JsonMapper.builder().build();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    2,
                    work -> {
                        Thread thread = new Thread(work, "mailbox-page");
                        thread.setDaemon(true);
                        return thread;
                    });
    private HttpServer server;

    MailboxPage(int port, Inbox inbox) {
        this.port = port;
        this.inbox = inbox;
    }

    void open() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!calledByOwnName(exchange)) {
                send(exchange, 421, "text/plain", "ask for http://127.0.0.1:" + port + "/\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "only GET\n");
            } else {
                get(exchange);
            }
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, 200, "text/html", MailboxHtml.page(inbox.newestFirst()));
            case "/messages" -> send(exchange, 200, "application/json", json(inbox.newestFirst()));
            default -> send(exchange, 404, "text/plain", "there are only / and /messages\n");
        }
    }

    private String json(List<Mail> mails) throws IOException {
        return json.writeValueAsString(mails.stream().map(MailboxPage::fields).toList());
    }

    private static Map<String, String> fields(Mail mail) {
        return Map.of(
                "receivedAt", mail.receivedAt().toString(),
                "to", mail.to(),
                "from", mail.from(),
                "subject", mail.subject(),
                "messageId", mail.messageId() == null ? "" : mail.messageId(),
                "text", mail.text() == null ? "" : mail.text());
    }

    private static boolean calledByOwnName(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && OWN_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
