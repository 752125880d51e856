package org.upstander.ingest.application.report;

import java.util.List;

/** What personal addresses are known by, and nobody guesses. */
public interface ReportCodes {

    /** Another one each time: letters and digits that mailers leave as they are. */
    String make();

    /**
     * What is kept in place of a code, hex: whoever reads it cannot write to the address.
     *
     * @return by the current key first, then by those that still hold
     * @throws org.upstander.ingest.application.source.NoSourceKey where this service has no key
     */
    List<String> hashes(String code);
}
