package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.SignalRules;

/** What tests with any bytes begin with, and what must hold of whatever is read from them. */
public final class Fuzzing {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final PostRules POSTS = new PostRules(NOW);
    private static final SignalRules SIGNALS = new SignalRules(NOW);

    private Fuzzing() {}

    public static Stream<byte[]> texts(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param names of fixtures, from the root of the test resources
     */
    public static Stream<byte[]> fixtures(String... names) {
        return Stream.of(names).map(Fuzzing::fixture);
    }

    private static byte[] fixture(String name) {
        try (InputStream in = Fuzzing.class.getResourceAsStream("/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The rules take it, or say why not. */
    public static void assertJudged(Draft.OfPost draft) {
        Draft.OfPost whole = draft.text() == null ? draft.withText(draft.html()) : draft;
        if (POSTS.admit(whole) instanceof Admission.Rejected<?> rejected) {
            assertThat(rejected.violations()).isNotEmpty();
        }
    }

    /** The rules take it, or say why not. */
    public static void assertJudged(Draft.OfSignal draft) {
        if (SIGNALS.admit(draft) instanceof Admission.Rejected<?> rejected) {
            assertThat(rejected.violations()).isNotEmpty();
        }
    }

    /** Each is a draft that the rules judge, or says why it is none. */
    public static void assertJudged(List<? extends Handed<? extends Draft>> items) {
        for (Handed<? extends Draft> item : items) {
            if (item instanceof Handed.Unreadable<?> unreadable) {
                assertThat(unreadable.violations()).isNotEmpty();
            } else if (((Handed.Readable<?>) item).draft() instanceof Draft.OfPost post) {
                assertJudged(post);
            } else if (((Handed.Readable<?>) item).draft() instanceof Draft.OfSignal signal) {
                assertJudged(signal);
            }
        }
    }
}
