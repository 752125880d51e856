package org.upstander.bench.run;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The classes of a packaged service, for what measures them without the service around them. */
public final class ServiceClasses {

    private ServiceClasses() {}

    /**
     * Those of the service, what it is shipped with, and those of the benchmark; nothing of what
     * the benchmark has for its controls, so that the service's classes run as they do in
     * production.
     *
     * @param jar {@code quarkus-run.jar}
     */
    public static String classPath(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new BenchFailure(jar + " is missing: package the service first");
        }
        Path folder = jar.toAbsolutePath().getParent();
        return String.join(
                File.pathSeparator,
                List.of(
                        folder.resolve("app") + "/*",
                        folder.resolve("lib/main") + "/*",
                        folder.resolve("lib/boot") + "/*",
                        own().toString()));
    }

    /**
     * By the environment: on a command line of a few thousand characters ONNX Runtime 1.29 was seen
     * to overflow the main thread's stack when it starts, and the JVM is gone without a word.
     */
    static void putOn(ProcessBuilder process, String classPath) {
        process.environment().put("CLASSPATH", classPath);
    }

    private static Path own() {
        try {
            return Path.of(
                    ServiceClasses.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
