package org.upstander.ingest.domain;

/**
 * What sources of a type must be told.
 *
 * @param secret whether they have one: what deliveries are proven with, or what lets us read
 * @param address whether they must name the address that is asked
 */
public record Needs(Secret secret, boolean address) {

    /** Whether there is something to keep. */
    public enum Secret {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    /** Of platforms that call by themselves. */
    public static final Needs OF_CALLERS = new Needs(Secret.REQUIRED, false);

    /** Of what lies with us. */
    public static final Needs NOTHING = new Needs(Secret.NONE, false);

    /** Of addresses that everybody may read. */
    public static final Needs AN_ADDRESS = new Needs(Secret.NONE, true);
}
