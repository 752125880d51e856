package org.upstander.ingest.application;

import org.upstander.ingest.domain.RejectReason;

/** For tests that are not about what is counted. */
public final class Uncounted implements IngestMetrics {

    @Override
    public void received(Kind kind, int items) {}

    @Override
    public void accepted(Kind kind, int items) {}

    @Override
    public void rejected(Kind kind, RejectReason reason) {}

    @Override
    public void unavailable(Kind kind, int items) {}

    @Override
    public void truncated(int items) {}
}
