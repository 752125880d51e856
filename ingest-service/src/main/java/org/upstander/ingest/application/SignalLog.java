package org.upstander.ingest.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.upstander.ingest.domain.Signal;

/** Where admitted signals go, never to be lost. */
public interface SignalLog {

    /** As {@link PostLog#append}. */
    Uni<Void> append(List<Signal> signals, String traceParent);
}
