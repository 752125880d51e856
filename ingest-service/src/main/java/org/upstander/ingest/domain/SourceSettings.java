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
    public static final SourceSettings NONE = new Builder().build();

    public SourceSettings {
        // With nulls, which the rules name.
        mapping = mapping == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(mapping));
    }

    /** Settings while they are said; what is never said is nothing special. */
    public static final class Builder {

        private boolean privateConsented;
        private Map<String, String> mapping;
        private String signatureHeader;
        private String tokenHeader;
        private String path;
        private String user;
        private String callback;
        private Integer postsPerMinute;
        private String reportsTo;

        public Builder privateConsented(boolean agreed) {
            privateConsented = agreed;
            return this;
        }

        public Builder mapping(Map<String, String> pointers) {
            mapping = pointers;
            return this;
        }

        public Builder signatureHeader(String name) {
            signatureHeader = name;
            return this;
        }

        public Builder tokenHeader(String name) {
            tokenHeader = name;
            return this;
        }

        public Builder path(String file) {
            path = file;
            return this;
        }

        public Builder user(String name) {
            user = name;
            return this;
        }

        public Builder callback(String address) {
            callback = address;
            return this;
        }

        public Builder postsPerMinute(Integer most) {
            postsPerMinute = most;
            return this;
        }

        public Builder reportsTo(String address) {
            reportsTo = address;
            return this;
        }

        public SourceSettings build() {
            return new SourceSettings(
                    privateConsented,
                    mapping,
                    signatureHeader,
                    tokenHeader,
                    path,
                    user,
                    callback,
                    postsPerMinute,
                    reportsTo);
        }
    }
}
