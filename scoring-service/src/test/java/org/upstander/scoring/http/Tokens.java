package org.upstander.scoring.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Topics;
import org.upstander.contracts.v1.TokenEntry;
import org.upstander.scoring.kafka.Samples;
import org.upstander.scoring.kafka.Topic;

/** API tokens as alert-service hands them out. */
final class Tokens {

    private Tokens() {}

    static String issue(String scope) {
        String token = Samples.unique("test-token-of-enough-length");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            TokenEntry entry =
                    new TokenEntry(
                            Samples.unique("tk"),
                            "test",
                            HexFormat.of().formatHex(hash),
                            List.of(scope),
                            null,
                            null);
            Topic.write(
                    List.of(
                            Topic.record(
                                    Topics.TOKENS,
                                    entry.tokenId(),
                                    Topic.json(entry),
                                    EventTypes.TOKEN)));
            return token;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
