package org.upstander.standalone;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.standalone.demo.Demo;

/** The whole, on the packaged services: what somebody sees who types the one command. */
class StandaloneIT {

    private static final String READY = "Upstander is ready";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir Path home;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int base = LauncherProcess.freeBase();
    private String token;

    @Test
    void theDemoPagesWithinAMinuteAndARestartKeepsWhatHappened() throws Exception {
        JsonNode incidents;
        try (LauncherProcess launcher = start(Map.of())) {
            launcher.awaitLine(READY, ofSeconds(200));
            token = launcher.find("token +(\\S+)");
            assertAddressesArePrinted(launcher);
            assertThat(get(base + 2, "/v1/staff", null).statusCode()).isEqualTo(401);

            await("a page in the mailbox")
                    .atMost(ofSeconds(60))
                    .until(() -> !items(base + 3, "/messages", "").isEmpty());
            assertThat(items(base + 2, "/v1/staff", "/items")).hasSize(10);
            assertThat(items(base + 3, "/messages", "").get(0).at("/to").asText())
                    .contains("@games.example.org");

            stopCleanly(launcher);
        }

        try (LauncherProcess again = start(Map.of("UPSTANDER_DEMO", "false"))) {
            again.awaitLine(READY, ofSeconds(200));
            assertThat(again.find("token +(\\S+)")).isEqualTo(token);
            incidents = items(base + 2, "/v1/incidents", "/items");
            assertThat(incidents).isNotEmpty();
            assertThat(incidents.get(0).at("/staffId").asText()).startsWith("demo-");
            assertThat(items(base + 2, "/v1/staff", "/items")).hasSize(10);
            assertThat(items(base + 3, "/messages", "")).isEmpty();

            stopCleanly(again);
        }
        assertNoPostIsInAnyLog();
    }

    private void assertAddressesArePrinted(LauncherProcess launcher) {
        for (int i = 0; i < 4; i++) {
            assertThat(launcher.output()).contains("http://127.0.0.1:" + (base + i));
        }
    }

    private void stopCleanly(LauncherProcess launcher) {
        List<ProcessHandle> processes = launcher.processes(home);
        launcher.terminate();
        assertThat(launcher.awaitExit(ofSeconds(90))).isZero();
        await().atMost(ofSeconds(30))
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(Ports.from(base).firstTaken()).isEmpty();
    }

    private void assertNoPostIsInAnyLog() throws IOException {
        List<String> posts = texts();
        assertThat(posts).hasSizeGreaterThan(200);
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            for (Path log : logs.toList()) {
                String written = Files.readString(log);
                assertThat(posts).as("posts in " + log).noneMatch(written::contains);
            }
        }
    }

    /** Long enough not to be found by chance. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream feed = Demo.class.getResourceAsStream("feed.jsonl")) {
            String all = new String(feed.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : all.lines().toList()) {
                String text = JSON.readTree(line).get("x").asText();
                if (text.length() > 20) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private LauncherProcess start(Map<String, String> environment) {
        return LauncherProcess.start(Checkout.root(), home, base, environment);
    }

    private JsonNode items(int port, String path, String pointer) throws Exception {
        HttpResponse<String> response = get(port, path, token);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body()).at(pointer);
    }

    private HttpResponse<String> get(int port, String path, String bearer) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
