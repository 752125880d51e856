package org.upstander.bench.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * How a control process and the benchmark talk: lines on standard input and output. When the input
 * ends the benchmark is gone, and the control ends too.
 */
public final class Line {

    /** What every line to the benchmark begins with; the rest of the output is log. */
    public static final String MARK = "@bench ";

    /** The first word when a control is ready. */
    public static final String READY = "ready";

    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Line() {}

    public static void say(String message) {
        System.out.println(MARK + message);
        System.out.flush();
    }

    /** The next line, or null when the benchmark is gone. */
    public static String hear() {
        try {
            return IN.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** Ends this process when the benchmark is gone or says so. */
    static void endWithInput(Runnable cleanUp) {
        Thread watch =
                new Thread(
                        () -> {
                            while (hear() != null) {
                                // nothing is asked of this control
                            }
                            cleanUp.run();
                            Runtime.getRuntime().halt(0);
                        },
                        "bench-input");
        watch.setDaemon(true);
        watch.start();
    }
}
