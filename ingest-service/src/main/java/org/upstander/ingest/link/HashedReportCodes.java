package org.upstander.ingest.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.upstander.ingest.application.report.ReportCodes;
import org.upstander.ingest.application.source.NoSourceKey;
import org.upstander.ingest.config.SourceKeys;

/**
 * Codes of 130 random bits in 26 signs of base32 (RFC 4648, in small letters: mailers may fold
 * case), known by their HMAC-SHA256 under a key of its own that comes from the one of the sources.
 */
@ApplicationScoped
class HashedReportCodes implements ReportCodes {

    static final int LENGTH = 26;

    private static final String PURPOSE = "upstander self-report addresses";
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";

    private final List<Signature> keys;
    private final SecureRandom random = new SecureRandom();

    HashedReportCodes(SourceKeys given) {
        keys = given.of(PURPOSE).stream().map(Signature::new).toList();
    }

    @Override
    public String make() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int at = 0; at < LENGTH; at++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    @Override
    public List<String> hashes(String code) {
        if (keys.isEmpty()) {
            throw new NoSourceKey();
        }
        byte[] utf8 = code.getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> HexFormat.of().formatHex(key.of(utf8))).toList();
    }
}
