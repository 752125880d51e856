package org.upstander.alert.application;

/** The database cannot be asked at the moment; the same call works later. */
public final class DatabaseAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseAway(Throwable cause) {
        super(cause);
    }
}
