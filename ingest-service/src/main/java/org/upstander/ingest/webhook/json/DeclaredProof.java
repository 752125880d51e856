package org.upstander.ingest.webhook.json;

import java.util.Locale;
import org.upstander.ingest.application.delivery.Delivery;
import org.upstander.ingest.application.delivery.Proof;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.webhook.HexSignature;
import org.upstander.ingest.webhook.Secrets;

/** Proof in the header that the source declares. */
public final class DeclaredProof {

    private static final String SIGNATURE = "x-hub-signature-256";

    private DeclaredProof() {}

    /** HMAC-SHA256 over the body as {@code sha256=hex}, or the secret itself. */
    public static Proof of(Delivery delivery, Source source) {
        String tokenHeader = source.settings().tokenHeader();
        if (tokenHeader == null) {
            String header = source.settings().signatureHeader();
            return HexSignature.ofBody(
                    delivery,
                    source,
                    header == null ? SIGNATURE : header.toLowerCase(Locale.ROOT),
                    "sha256=");
        }
        String token = delivery.header(tokenHeader.toLowerCase(Locale.ROOT));
        if (token == null) {
            return Proof.MISSING;
        }
        return new Secrets(source.secrets()).areOne(token) ? Proof.VALID : Proof.WRONG;
    }
}
