package org.upstander.alert.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP relay that answers one verb as the test wants; an empty answer is silence. */
final class ScriptedRelay implements AutoCloseable {

    private final Map<String, String> script;
    private final Runnable connected;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    /**
     * @param script from a verb ({@code CONNECT}, {@code RCPT}, …) to the answer
     */
    ScriptedRelay(Map<String, String> script) throws IOException {
        this(script, () -> {});
    }

    /**
     * @param connected what happens when somebody connects, before they are greeted
     */
    ScriptedRelay(Map<String, String> script, Runnable connected) throws IOException {
        this.script = script;
        this.connected = connected;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accept = new Thread(this::accept, "scripted-relay");
        accept.setDaemon(true);
        accept.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Verbs, in order. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                Thread talk = new Thread(() -> talk(client), "scripted-relay-client");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.US_ASCII));
            connected.run();
            answer(client, "CONNECT", "220 relay");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                heard.add(verb);
                answer(client, verb, verb.equals("DATA") ? "354 go on" : "250 fine");
                if (verb.equals("DATA")) {
                    while (!".".equals(in.readLine())) {
                        // the mail itself
                    }
                    answer(client, "END", "250 taken");
                }
            }
        } catch (IOException gone) {
            // The other side closed, as clients do.
        }
    }

    private void answer(Socket client, String verb, String usual) throws IOException {
        String answer = script.getOrDefault(verb, usual);
        if (!answer.isEmpty()) {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
