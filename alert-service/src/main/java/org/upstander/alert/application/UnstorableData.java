package org.upstander.alert.application;

/** The database refuses the values themselves; the same again will never do. */
public class UnstorableData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param sqlState of the refusal; its message could quote the values
     */
    public UnstorableData(String sqlState) {
        super("the database refuses the values, SQLSTATE " + sqlState);
    }
}
