package org.upstander.ingest.application;

import org.upstander.ingest.domain.RejectReason;

/**
 * What comes in and what becomes of it, in items.
 *
 * <p>{@code received = accepted + rejected + unavailable}, as soon as every request is answered.
 * Unavailable items were good and got 503, so they come again and are received again. Alert when
 * unavailable grows for minutes, or when rejected is a large part of received: then a feed has
 * changed its format, and somebody is not watched over.
 */
public interface IngestMetrics {

    /** Items were handed in. */
    void received(Kind kind, int items);

    /** Items are stored for good. */
    void accepted(Kind kind, int items);

    /** An item was refused. */
    void rejected(Kind kind, RejectReason reason);

    /** Good items could not be stored. */
    void unavailable(Kind kind, int items);

    /** Accepted posts whose text was cut to the limit; part of accepted. */
    void truncated(int items);

    /** What an item is. */
    enum Kind {
        POST,
        SIGNAL
    }
}
