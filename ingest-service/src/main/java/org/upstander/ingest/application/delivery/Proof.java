package org.upstander.ingest.application.delivery;

/** Whether a delivery is from whom it says it is. */
public enum Proof {
    /** One of the secrets signed exactly these bytes, lately where the platform says when. */
    VALID,
    /** It bears no signature, or none of the platform's form. */
    MISSING,
    /** No secret of ours signed these bytes. */
    WRONG,
    /** It was signed too long ago, or too far ahead: somebody may have kept it. */
    STALE
}
