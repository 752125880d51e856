package org.upstander.ingest.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.upstander.ingest.application.report.ReportLinks;
import org.upstander.ingest.application.source.NoSourceKey;
import org.upstander.ingest.config.SourceKeys;

/**
 * Links as {@code staff.until.signature}: the id in base64url, seconds since 1970, and the
 * HMAC-SHA256 of both in base64url, under a key of its own that comes from the one of the sources.
 * There is no list of them: a link ends with its time, or with the key.
 */
@ApplicationScoped
class SignedReportLinks implements ReportLinks {

    private static final String PURPOSE = "upstander self-report links";
    private static final int LONGEST = 512;

    private final List<Signature> keys;

    SignedReportLinks(SourceKeys given) {
        keys = given.of(PURPOSE).stream().map(Signature::new).toList();
    }

    @Override
    public String sign(String staffId, Instant until) {
        if (keys.isEmpty()) {
            throw new NoSourceKey();
        }
        String said = base64(utf8(staffId)) + "." + until.getEpochSecond();
        return said + "." + base64(keys.get(0).of(utf8(said)));
    }

    @Override
    public Optional<String> staff(String link, Instant now) {
        int at = link.lastIndexOf('.');
        if (at < 0
                || link.length() > LONGEST
                || !isOurs(link.substring(0, at), link.substring(at + 1))) {
            return Optional.empty();
        }
        String[] said = link.substring(0, at).split("\\.", -1);
        try {
            return Instant.ofEpochSecond(Long.parseLong(said[1])).isAfter(now)
                    ? Optional.of(
                            new String(
                                    Base64.getUrlDecoder().decode(said[0]), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty(); // we never signed such a thing
        }
    }

    private boolean isOurs(String said, String signature) {
        return keys.stream()
                .anyMatch(
                        key ->
                                MessageDigest.isEqual(
                                        utf8(base64(key.of(utf8(said)))), utf8(signature)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
