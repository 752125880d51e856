package org.upstander.alert.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to {@code /v1/events} until it is closed. */
final class EventStream implements AutoCloseable {

    private final Stream<String> lines;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private String id;
    private String name;

    private EventStream(Stream<String> lines) {
        this.lines = lines;
        Thread reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    record Event(String id, String name, String data) {}

    /** Returns as soon as the service listens for changes. */
    static EventStream open(String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + RestAssured.port + "/v1/events"))
                        .header("Authorization", "Bearer " + RestTestBase.ADMIN);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<Stream<String>> response =
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new AssertionError("status " + response.statusCode());
            }
            return new EventStream(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Events of an incident so far, in order. */
    List<Event> of(String incidentId) {
        return events.stream().filter(event -> event.data().contains(incidentId)).toList();
    }

    private void read() {
        try {
            lines.forEach(this::take);
        } catch (UncheckedIOException e) {
            // closed
        }
    }

    private void take(String line) {
        if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            events.add(new Event(id, name, line.substring(5).strip()));
        }
    }

    @Override
    public void close() {
        lines.close();
    }
}
