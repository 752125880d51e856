package org.upstander.ingest.domain;

import java.util.Set;

/**
 * What sources of a type must be told.
 *
 * @param secret whether they have one: what deliveries are proven with, or what lets us read
 * @param address whether they must name the address that is asked
 * @param schemes that their address may begin with
 * @param callback whether they must name the address under which this service is called
 */
public record Needs(Secret secret, boolean address, Set<String> schemes, boolean callback) {

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> MAIL = Set.of("imap", "imaps");

    /** Of platforms that call by themselves. */
    public static final Needs OF_CALLERS = new Needs(Secret.REQUIRED, false);

    /** Of what lies with us. */
    public static final Needs NOTHING = new Needs(Secret.NONE, false);

    /** Of addresses that everybody may read. */
    public static final Needs AN_ADDRESS = new Needs(Secret.NONE, true);

    /** Of mail that somebody lets us read. */
    public static final Needs A_MAILBOX = new Needs(Secret.REQUIRED, true, MAIL);

    /** Of addresses whose hub calls us. */
    public static final Needs A_CALLBACK = new Needs(Secret.OPTIONAL, true, WEB, true);

    public Needs {
        schemes = Set.copyOf(schemes);
    }

    /** Of what does not call. */
    public Needs(Secret secret, boolean address, Set<String> schemes) {
        this(secret, address, schemes, false);
    }

    /** With an address on the web, where there is one. */
    public Needs(Secret secret, boolean address) {
        this(secret, address, WEB);
    }

    /** Whether there is something to keep. */
    public enum Secret {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    /** Whether it is a mailbox, which has a user and is private. */
    boolean mailbox() {
        return schemes.equals(MAIL);
    }

    /** An address as it could be. */
    String example() {
        if (mailbox()) {
            return "imaps://mail.example.org:993/INBOX";
        }
        return (schemes.contains("wss") ? "wss" : "https") + "://forum.example.org";
    }
}
