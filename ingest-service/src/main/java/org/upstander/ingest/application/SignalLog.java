package org.upstander.ingest.application;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Signal;

/** Where admitted signals go, never to be lost. */
public interface SignalLog {

    /** As {@link PostLog#append}. */
    CompletionStage<Void> append(List<Signal> signals, String traceParent);
}
