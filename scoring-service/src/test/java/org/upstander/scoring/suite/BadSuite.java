package org.upstander.scoring.suite;

/** A suite or a roster that cannot be read; the message names the file, the line and the field. */
public final class BadSuite extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSuite(String message) {
        super(message);
    }
}
