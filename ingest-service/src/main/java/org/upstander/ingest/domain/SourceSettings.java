package org.upstander.ingest.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What only some sources need to be told.
 *
 * @param privateConsented whether everybody there agreed that direct messages are read, too
 * @param mapping for the types {@code json} and {@code cloudevents}: where the fields of a post
 *     stand, a JSON Pointer for each; empty else
 * @param signatureHeader for these types: the header that holds {@code sha256=hex}, or null for
 *     {@code X-Hub-Signature-256}
 * @param tokenHeader for these types: the header that holds the secret itself, where the place
 *     cannot sign; or null
 * @param path for the type {@code file}: a file or directory within the operator's; or null
 * @param user for the type {@code imap}: whose mailbox it is; or null
 * @param callback for the type {@code websub}: the address under which hubs call us; or null
 * @param postsPerMinute how many it may bring, or null for what the operator set for all
 * @param reportsTo for the type {@code imap}: the address whose mail with a code is a self-report;
 *     or null
 */
public record SourceSettings(
        boolean privateConsented,
        Map<String, String> mapping,
        String signatureHeader,
        String tokenHeader,
        String path,
        String user,
        String callback,
        Integer postsPerMinute,
        String reportsTo) {

    /** Nothing special. */
    public static final SourceSettings NONE = new SourceSettings(false, Map.of(), null, null, null);

    /** Of what takes no self-reports. */
    public SourceSettings(
            boolean privateConsented,
            Map<String, String> mapping,
            String signatureHeader,
            String tokenHeader,
            String path,
            String user,
            String callback,
            Integer postsPerMinute) {
        this(
                privateConsented,
                mapping,
                signatureHeader,
                tokenHeader,
                path,
                user,
                callback,
                postsPerMinute,
                null);
    }

    /** Of what no hub calls for. */
    public SourceSettings(
            boolean privateConsented,
            Map<String, String> mapping,
            String signatureHeader,
            String tokenHeader,
            String path,
            String user) {
        this(privateConsented, mapping, signatureHeader, tokenHeader, path, user, null, null);
    }

    /** Of what is no mailbox. */
    public SourceSettings(
            boolean privateConsented,
            Map<String, String> mapping,
            String signatureHeader,
            String tokenHeader,
            String path) {
        this(privateConsented, mapping, signatureHeader, tokenHeader, path, null);
    }

    public SourceSettings {
        // With nulls, which the rules name.
        mapping = mapping == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(mapping));
    }
}
