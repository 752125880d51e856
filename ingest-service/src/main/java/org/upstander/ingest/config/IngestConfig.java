package org.upstander.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** How the front door behaves. */
@ConfigMapping(prefix = "upstander.ingest")
public interface IngestConfig {

    /**
     * Where the results of a long NDJSON request wait until its end; about 120 bytes a post. The
     * files have no name there and vanish with the process.
     */
    @WithName("spool-directory")
    @WithDefault("${java.io.tmpdir}")
    Path spoolDirectory();
}
