package org.upstander.standalone;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder that holds the services' modules. */
final class Checkout {

    private Checkout() {}

    /** {@code -Dupstander.root=}, else the nearest folder above this JVM's that has them. */
    static Path root() {
        String told = System.getProperty("upstander.root");
        if (told != null) {
            return Path.of(told).toAbsolutePath();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(Service.ALERT.module()).resolve("pom.xml"))) {
                return at;
            }
        }
        throw new StartFailure(
                "no checkout of Upstander above " + here + ": say where with -Dupstander.root=");
    }
}
