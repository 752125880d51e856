package org.upstander.alert.kafka;

/** Readable, but breaks a rule of the schema. */
class InvalidEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param field that breaks it; never the value
     */
    InvalidEvent(String field) {
        super("invalid " + field);
    }
}
