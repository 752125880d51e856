package org.upstander.ingest.application.delivery;

import java.time.Instant;
import org.upstander.ingest.domain.Source;

/** Is told what became of each delivery of a source; returns at once. */
public interface DeliveryWatch {

    /**
     * @param at when it came
     */
    void saw(Source source, Outcome outcome, Instant at);
}
