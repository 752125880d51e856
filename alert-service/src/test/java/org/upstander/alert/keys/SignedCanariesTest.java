package org.upstander.alert.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.upstander.alert.config.KeysConfig;

class SignedCanariesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final String KEY = "test-link-key-of-ours";

    private final SignedCanaries seals = new SignedCanaries(new Keys(KEY));

    private record Keys(String link) implements KeysConfig {

        @Override
        public Optional<List<String>> otherLinks() {
            return Optional.empty();
        }

        @Override
        public String identifier() {
            return "";
        }

        @Override
        public Duration linkLifetime() {
            return Duration.ZERO;
        }

        @Override
        public URI publicUrl() {
            return URI.create("http://localhost");
        }
    }

    @Property
    void theTimeComesBack(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant writtenAt = Instant.ofEpochSecond(second);

        assertThat(seals.open(seals.seal(writtenAt))).contains(writtenAt);
    }

    @Property
    void whatWasTouchedIsNoneOfOurs(
            @ForAll @IntRange(max = 39) int at, @ForAll @IntRange(min = 1, max = 25) int by) {
        StringBuilder touched = new StringBuilder(seals.seal(NOON));
        touched.setCharAt(at, (char) ('a' + (touched.charAt(at) + by) % 26));

        if (!touched.toString().equals(seals.seal(NOON))) {
            assertThat(seals.open(touched.toString())).isEmpty();
        }
    }

    @Property
    void norIsWhatSomebodyMadeUp(@ForAll @StringLength(max = 80) String externalId) {
        assertThat(seals.open(externalId)).isEmpty();
    }

    @Test
    void anotherKeyOrPurposeOpensNothing() {
        SignedText ours = new SignedText(KEY);

        assertThat(new SignedCanaries(new Keys("another-key")).open(seals.seal(NOON))).isEmpty();
        assertThat(seals.open(ours.seal("acknowledge", NOON.toString()))).isEmpty();
        assertThat(seals.open(ours.seal("cursor:canary", NOON.toString()))).isEmpty();
        assertThat(seals.open(ours.seal("canary", "no time"))).isEmpty();
    }

    @Test
    void theAccountIsOneWordThatOnlyTheKeyTells() {
        assertThat(seals.handle())
                .matches("[a-z]{16}")
                .isEqualTo(new SignedCanaries(new Keys(KEY)).handle())
                .isNotEqualTo(new SignedCanaries(new Keys("another-key")).handle());
    }
}
