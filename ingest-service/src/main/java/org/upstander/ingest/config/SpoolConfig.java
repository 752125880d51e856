package org.upstander.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the results of a long NDJSON request wait until its end. */
@ConfigMapping(prefix = "upstander.ingest.spool")
public interface SpoolConfig {

    /** About 130 bytes a post; the files have no name there and vanish with the process. */
    @WithDefault("${java.io.tmpdir}")
    Path directory();
}
