package org.upstander.ingest.http;

import java.io.IOException;
import org.upstander.ingest.domain.Draft;

/**
 * One item while it is being read.
 *
 * @param <D> what it will be
 */
interface Item<D extends Draft> {

    /** Reads the value of a field; fields that mean nothing here are passed over. */
    void field(String name, Fields fields) throws IOException;

    /** What was read. */
    D draft();

    /** The id it names, as far as it was read; or null. */
    String externalId();
}
