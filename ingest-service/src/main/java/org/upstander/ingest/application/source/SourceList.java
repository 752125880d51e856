package org.upstander.ingest.application.source;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Source;

/** All sources there are. */
@FunctionalInterface
public interface SourceList {

    /** In the order of their ids; fails with {@link StoreUnavailable}. */
    CompletionStage<List<Source>> all();
}
