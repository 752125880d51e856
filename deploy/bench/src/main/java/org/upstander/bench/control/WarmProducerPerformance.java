package org.upstander.bench.control;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * Control of the batch door: Kafka's own ProducerPerformance, run again and again in one JVM, so
 * that like the service it is measured warm.
 */
public final class WarmProducerPerformance {

    /** The last line of its report; earlier ones are of windows. */
    private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

    private WarmProducerPerformance() {}

    /**
     * Each line of input is the number of records of a run; the answer is records per second.
     *
     * @param args of ProducerPerformance, without {@code --num-records}
     */
    public static void main(String[] args) throws Exception {
        Line.say(Line.READY);
        for (String asked = Line.hear(); asked != null; asked = Line.hear()) {
            String[] all = new String[args.length + 2];
            all[0] = "--num-records";
            all[1] = asked.trim();
            System.arraycopy(args, 0, all, 2, args.length);
            Line.say(Double.toString(rate(run(all))));
        }
    }

    private static String run(String[] args) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(report, true, StandardCharsets.UTF_8));
            ProducerPerformance.main(args);
        } finally {
            System.setOut(console);
        }
        return report.toString(StandardCharsets.UTF_8);
    }

    private static double rate(String report) {
        Matcher rate = RATE.matcher(report);
        double last = -1;
        while (rate.find()) {
            last = Double.parseDouble(rate.group(1));
        }
        if (last <= 0) {
            throw new IllegalStateException("ProducerPerformance reported no rate:\n" + report);
        }
        return last;
    }
}
