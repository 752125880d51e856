package org.upstander.bench.run;

import java.io.IOException;

/**
 * Holds a process still (SIGSTOP) while data is laid out for it or its counterpart is measured, so
 * that both stay warm and neither takes the other's time.
 */
record Pausable(long pid) {

    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int exit =
                    new ProcessBuilder("kill", signal, Long.toString(pid))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new BenchFailure("kill " + signal + " failed: the process is gone");
            }
        } catch (IOException e) {
            throw new BenchFailure("this measurement needs the command kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
