package org.upstander.contracts;

/** Keys that are always the same; those made of a value's fields stand at {@link Topics}. */
public final class Keys {

    /** Of {@link Topics#THRESHOLDS}: one record holds for all staff without a bar of their own. */
    public static final String EVERYBODY = "everybody";

    private Keys() {}
}
