package org.upstander.ingest.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.source.NoSourceKey;
import org.upstander.ingest.config.SourceKeys;

class SealedSecretsTest {

    private static final List<String> SECRETS = List.of("the current one", "the next one");

    @Test
    void whatIsSealedIsOpenedForItsSourceOnly() {
        SealedSecrets sealed = with("a key of the tests");
        byte[] bytes = sealed.seal("main", SECRETS);
        assertThat(sealed.open("main", bytes)).isEqualTo(SECRETS);
        assertThat(sealed.open("other", bytes)).isEmpty();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("current");
        assertThat(sealed.seal("main", SECRETS)).isNotEqualTo(bytes);
    }

    @Test
    void aChangedByteOpensNothing() {
        SealedSecrets sealed = with("a key of the tests");
        byte[] bytes = sealed.seal("main", SECRETS);
        for (int at = 1; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(sealed.open("main", changed)).isEmpty();
        }
    }

    @Test
    void theKeyChangesWithoutLoss() {
        byte[] bytes = with("the key before this").seal("main", SECRETS);
        SealedSecrets changing = with("the key of today..", "the key before this");
        assertThat(changing.open("main", bytes)).isEqualTo(SECRETS);
        assertThat(with("the key of today..").open("main", changing.seal("main", SECRETS)))
                .isEqualTo(SECRETS);
        assertThat(with("the key of today..").open("main", bytes)).isEmpty();
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        SealedSecrets none = new SealedSecrets(new SourceKeys(List.of()));
        assertThatThrownBy(() -> none.seal("main", SECRETS)).isInstanceOf(NoSourceKey.class);
    }

    private static SealedSecrets with(String... keys) {
        return new SealedSecrets(new SourceKeys(List.of(keys)));
    }
}
