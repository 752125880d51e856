package org.upstander.ingest.application.delivery;

/** A delivery is not of the form that its platform documents. Never quotes it. */
public class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer JSON Pointer of the field, empty for the whole
     * @param fix what should stand there
     */
    public Unreadable(String pointer, String fix) {
        super(fix, null, false, false);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
