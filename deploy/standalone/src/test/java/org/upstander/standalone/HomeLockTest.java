package org.upstander.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path home;

    @Test
    void aSecondOneIsToldWhoHoldsItAndWhatToDo() {
        try (HomeLock held = HomeLock.take(home, 8081, PATIENCE)) {
            assertThat(held).isNotNull();

            assertThatThrownBy(() -> HomeLock.take(home, 8081, PATIENCE))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("ports from 8081")
                    .hasMessageContaining("-Dupstander.port.base=9081");
        }
    }

    @Test
    void afterTheOwnerEndedItIsFree() {
        HomeLock.take(home, 8081, PATIENCE).close();

        assertThat(HomeLock.tryTake(home)).hasValueSatisfying(HomeLock::close);
    }

    @Test
    void anOwnerThatIsStoppingIsWaitedFor() throws Exception {
        HomeLock first = HomeLock.take(home, 8081, PATIENCE);
        first.stopping();
        CompletableFuture<HomeLock> second =
                CompletableFuture.supplyAsync(() -> HomeLock.take(home, 8081, PATIENCE));

        first.close();

        try (HomeLock taken = second.get(10, TimeUnit.SECONDS)) {
            assertThat(taken).isNotNull();
        }
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(home.resolve("a-file"));

        assertThatThrownBy(() -> HomeLock.tryTake(file.resolve("below")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("-Dupstander.home=");
    }
}
