package org.upstander.bench.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.upstander.standalone.Service;

/**
 * Runs the JMH benchmarks of {@code src/jmh/java} on the classes of the packaged scoring-service. A
 * JVM of its own for the same reason as {@link ServiceClasses}.
 */
public final class Pieces {

    private Pieces() {}

    /**
     * {@code jmh.args}, a system property, is what JMH takes on its command line.
     *
     * @param args folder of the compiled benchmarks
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessBuilder jmh = new ProcessBuilder(command(System.getProperty("jmh.args", "")));
        ServiceClasses.putOn(
                jmh,
                String.join(
                        File.pathSeparator,
                        args[0],
                        ServiceClasses.classPath(Options.fromSystem().jars().get(Service.SCORING)),
                        System.getProperty("java.class.path")));
        System.exit(jmh.inheritIO().start().waitFor());
    }

    static List<String> command(String jmhArgs) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // For its forks, which would have the whole class path on their command line.
        command.add("-Djmh.separateClasspathJAR=true");
        command.add("org.openjdk.jmh.Main");
        Stream.of(jmhArgs.trim().split("\\s+")).filter(arg -> !arg.isEmpty()).forEach(command::add);
        return command;
    }
}
