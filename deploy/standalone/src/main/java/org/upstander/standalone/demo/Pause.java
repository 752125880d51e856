package org.upstander.standalone.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a while, unless interrupted. */
final class Pause {

    private Pause() {}

    static void of(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
