package org.upstander.alert.application;

/** Another transaction was faster: the same work on what it left will do. */
public class StoreConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreConflict(Throwable cause) {
        super("another transaction was faster", cause);
    }
}
