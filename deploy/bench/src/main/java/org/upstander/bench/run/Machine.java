package org.upstander.bench.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures were seen on: without it absolutes say nothing. */
final class Machine {

    private Machine() {}

    static String line() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return "%s, %d cores, %d GiB, %s %s, JDK %s, load %.2f when it began"
                .formatted(
                        processor(),
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / 1024.0 / 1024 / 1024),
                        system.getName(),
                        system.getArch(),
                        Runtime.version(),
                        system.getSystemLoadAverage());
    }

    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return "unnamed processor";
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unnamed processor");
        } catch (IOException e) {
            return "unnamed processor";
        }
    }
}
