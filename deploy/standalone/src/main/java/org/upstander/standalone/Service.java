package org.upstander.standalone;

import java.nio.file.Path;

/** One of the three services, by the name of its Maven module. */
public enum Service {
    INGEST("ingest"),
    SCORING("scoring"),
    ALERT("alert");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** Short name, {@code ingest}; what lines of its log begin with. */
    public String label() {
        return label;
    }

    /** Name of its module, {@code ingest-service}. */
    public String module() {
        return label + "-service";
    }

    /**
     * The packaged service, made by {@code mvn package}.
     *
     * @param root the checkout
     */
    public Path jar(Path root) {
        return root.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
