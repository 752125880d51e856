package org.upstander.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;
import org.upstander.standalone.StandaloneSystemBuilder;

/** Scoring-service stands still, and that is seen from the end of the line, and outside. */
class CanaryFaultIT {

    private static final int EVERY = 3;
    private static final int YOUNG = 20;
    private static final Pattern AGE =
            Pattern.compile("(?m)^upstander_alert_canary_age_seconds(?:\\{[^}]*})? (\\S+)$");
    private static final Pattern POSTS =
            Pattern.compile(
                    "(?m)^upstander_alert_canary_posts_total\\{[^}]*outcome=\"delivered\"[^}]*} (\\S+)$");

    @TempDir Path directory;

    @Test
    void aScorerThatStandsStillMakesTheCanaryOldAndStopsTheHeartbeat() throws Exception {
        try (HeartbeatReceiver outside = new HeartbeatReceiver();
                Rig rig = Rig.prepared(directory, builder -> watched(builder, outside))) {
            // Given: all is well, and two instances know it
            rig.system.start();
            ServiceProcess alert = rig.system.service(Service.ALERT);
            ServiceProcess second =
                    rig.system.another(Service.ALERT, "alert-2", FreePorts.one(), Map.of());
            second.start().awaitReady(Duration.ofSeconds(180));
            Rig.soon().until(() -> age(rig, alert) < YOUNG && age(rig, second) < YOUNG);
            Rig.soon().until(() -> outside.heard() >= 2);
            assertOneForBoth(rig, alert, second);
            assertNoTrace(rig);

            // When
            long scoring = rig.system.service(Service.SCORING).pid();
            signal("-STOP", scoring);
            try {
                // Then: it grows old on both, nothing is heard outside, and nobody is unready
                Rig.soon().until(() -> age(rig, alert) > YOUNG && age(rig, second) > YOUNG);
                int heard = outside.heard();
                Rig.soon().until(() -> age(rig, alert) > YOUNG + 4 * EVERY);
                assertThat(outside.heard()).isLessThanOrEqualTo(heard + 1).isPositive();
                int last = outside.heard();
                Rig.soon().until(() -> age(rig, alert) > YOUNG + 8 * EVERY);
                assertThat(outside.heard()).isEqualTo(last);
                assertThat(alert.isReady()).isTrue();
                assertThat(second.isReady()).isTrue();
            } finally {
                signal("-CONT", scoring);
            }

            // And: it is young again, and heard of outside
            int last = outside.heard();
            Rig.soon().until(() -> age(rig, alert) < YOUNG && age(rig, second) < YOUNG);
            Rig.soon().until(() -> outside.heard() > last);
            assertNoTrace(rig);
            assertNoLogTellsTheAddress();
        }
    }

    private static void watched(StandaloneSystemBuilder builder, HeartbeatReceiver outside) {
        builder.canary()
                .environment(Service.ALERT, "UPSTANDER_CANARY_EVERY", "PT" + EVERY + "S")
                .environment(Service.ALERT, "UPSTANDER_CANARY_YOUNG_WITHIN", "PT" + YOUNG + "S")
                .environment(Service.ALERT, "UPSTANDER_CANARY_POLL", "PT1S")
                .environment(Service.ALERT, "UPSTANDER_HEARTBEAT_URL", outside.address());
    }

    /** Over some turns the two together post no more than one each. */
    private static void assertOneForBoth(Rig rig, ServiceProcess alert, ServiceProcess second) {
        long begun = System.nanoTime();
        double before = number(POSTS, rig, alert) + number(POSTS, rig, second);
        Rig.soon()
                .until(() -> number(POSTS, rig, alert) + number(POSTS, rig, second) >= before + 4);
        double posted = number(POSTS, rig, alert) + number(POSTS, rig, second) - before;
        double turns = (System.nanoTime() - begun) / 1e9 / EVERY;
        assertThat(posted).isLessThanOrEqualTo(turns + 2);
    }

    private static void assertNoTrace(Rig rig) {
        assertThat(rig.api.list("/v1/staff")).isEmpty();
        assertThat(rig.api.list("/v1/assessments")).isEmpty();
        assertThat(rig.api.list("/v1/incidents")).isEmpty();
        assertThat(rig.api.list("/v1/notifications")).isEmpty();
        assertThat(rig.webhook.received()).isEmpty();
        assertThat(rig.api.get("/v1/coverage").expect(200).text()).doesNotContain("canary");
    }

    private void assertNoLogTellsTheAddress() throws IOException {
        for (String name : new String[] {"alert.log", "alert-2.log"}) {
            assertThat(Files.readString(directory.resolve("logs").resolve(name)))
                    .isNotEmpty()
                    .doesNotContain(HeartbeatReceiver.SECRET);
        }
    }

    private static double age(Rig rig, ServiceProcess instance) {
        return number(AGE, rig, instance);
    }

    /** Not a number, and so neither young nor old, where it isn't told. */
    private static double number(Pattern metric, Rig rig, ServiceProcess instance) {
        Matcher found = metric.matcher(rig.api.metrics(instance).text());
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }

    private static void signal(String signal, long pid) throws Exception {
        int exit = new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        assertThat(exit).isZero();
    }
}
