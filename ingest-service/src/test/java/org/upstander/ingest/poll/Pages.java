package org.upstander.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;
import org.upstander.ingest.domain.PostRules;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceSettings;

/** What platforms answer with, after their documented shapes. */
public final class Pages {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private Pages() {}

    public static String fixture(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/polls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Source source(String type, String url) {
        return new Source(
                "main",
                type,
                "Main",
                "forum",
                url,
                List.of(),
                null,
                null,
                SourceSettings.NONE,
                false);
    }

    /** Which our own rules admit: a platform's post must never bounce for its form. */
    public static Draft.OfPost post(Page page, int at) {
        Draft.OfPost post =
                ((Handed.Readable<Draft.OfPost>) page.items().get(at).post().orElseThrow()).draft();
        Draft.OfPost whole = post.text() == null && !post.deleted() ? post.withText("x") : post;
        assertThat(new PostRules(NOW).admit(whole)).isInstanceOf(Admission.Accepted.class);
        return post;
    }

    /** That one cannot be read, and that only. */
    public static void assertOnlyUnreadable(Page page, int at) {
        for (int item = 0; item < page.items().size(); item++) {
            assertThat(page.items().get(item).post().orElseThrow())
                    .isInstanceOf(item == at ? Handed.Unreadable.class : Handed.Readable.class);
        }
    }
}
