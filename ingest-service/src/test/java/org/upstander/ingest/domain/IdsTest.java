package org.upstander.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Ids depend on content alone, and are frozen: other services and other versions rely on them. */
class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void thePublishedOnes() {
        Post post = admitted(Drafts.post(), NOW);

        assertThat(post.id().value()).isEqualTo("c80546236442f27e8cfcf558ce49e81c");
        assertThat(post.revision().value()).isEqualTo("e83653bea23cfb3b");
        assertThat(signalId(Drafts.ban())).isEqualTo("c9f6b5cce6ae06fc3ab559fd4b710f87");
        assertThat(signalId(Drafts.boost())).isEqualTo("8faf9f1f8c827fc827fe7d5aa001521e");
    }

    @Property(tries = 300)
    void samePostSameId(@ForAll @NotBlank String source, @ForAll @NotBlank String externalId) {
        assertThat(PostId.of(source, externalId))
                .isEqualTo(PostId.of(source, externalId))
                .satisfies(id -> assertThat(id.value()).matches("[0-9a-f]{32}"));
    }

    @Property(tries = 300)
    void whereTheSourceEndsMatters(
            @ForAll @StringLength(min = 2, max = 20) String both,
            @ForAll @StringLength(min = 1, max = 5) String rest) {
        String all = both + rest;
        Set<PostId> ids = new HashSet<>();
        for (int i = 0; i <= all.length(); i++) {
            ids.add(PostId.of(all.substring(0, i), all.substring(i)));
        }
        // A cut within a surrogate pair makes two broken halves, which no post may hold.
        Assume.that(all.chars().noneMatch(c -> Character.isSurrogate((char) c)));
        assertThat(ids).hasSize(all.length() + 1);
    }

    @Property(tries = 200)
    void twoTextsHaveTwoRevisions(@ForAll @Size(2) Set<@StringLength(max = 40) String> texts) {
        Assume.that(texts.stream().allMatch(Texts::wellFormed));

        List<Revision> revisions =
                texts.stream()
                        .map(text -> admitted(Drafts.post("forum", "1", text), NOW).revision())
                        .toList();

        assertThat(revisions).doesNotHaveDuplicates();
        assertThat(revisions.get(0).value()).matches("[0-9a-f]{16}");
    }

    @Test
    void theSameAgainIsTheSameRevisionWheneverItComes() {
        Draft.OfPost draft = Drafts.post();

        assertThat(admitted(draft, LATER).revision()).isEqualTo(admitted(draft, NOW).revision());
    }

    @Test
    void allThatIsJudgedMakesTheRevision() {
        Author author = new Author("8", "heath", "Heath");
        List<Draft.OfPost> variants =
                List.of(
                        Drafts.post(),
                        variant(author, null, null, "other", null, false),
                        variant(author, null, null, "You judged round 2 well.", "<p>", false),
                        variant(new Author("9", "heath", "Heath"), null, null, "t", null, false),
                        variant(new Author("8", "heat", "Heath"), null, null, "t", null, false),
                        variant(new Author("8", "heath", null), null, null, "t", null, false),
                        variant(author, new Thread("1", null), null, "t", null, false),
                        variant(author, new Thread("1", "T"), null, "t", null, false),
                        variant(author, null, new ReplyTo("1", null, null), "t", null, false),
                        variant(author, null, new ReplyTo("1", author, null), "t", null, false),
                        variant(author, null, null, "t", null, true));

        assertThat(variants.stream().map(draft -> admitted(draft, NOW).revision()))
                .doesNotHaveDuplicates();
        assertThat(variants.stream().map(draft -> admitted(draft, NOW).id()))
                .containsOnly(PostId.of("forum", "25862"));
    }

    @Test
    void whatIsNotJudgedDoesNot() {
        Draft.OfPost bare = Drafts.post();
        Draft.OfPost rich =
                new Draft.OfPost(
                        bare.source(),
                        bare.externalId(),
                        bare.author(),
                        null,
                        null,
                        bare.text(),
                        null,
                        "2026-11-22T12:00:00Z",
                        "2026-11-23T13:00:00Z",
                        false,
                        "https://forum.example.org/1",
                        "en",
                        "members");

        assertThat(admitted(rich, NOW).revision()).isEqualTo(admitted(bare, NOW).revision());
    }

    @Test
    void aRetriedSignalIsTheSameSignal() {
        Draft.OfSignal ban = Drafts.ban();

        assertThat(new SignalRules(LATER).admit(ban))
                .isInstanceOfSatisfying(
                        Admission.Accepted.class,
                        accepted ->
                                assertThat(((Signal) accepted.item()).id().value())
                                        .isEqualTo(signalId(ban)));
    }

    private static Draft.OfPost variant(
            Author author,
            Thread thread,
            ReplyTo replyTo,
            String text,
            String html,
            boolean deleted) {
        return new Draft.OfPost(
                "forum", "25862", author, thread, replyTo, text, html, null, null, deleted, null,
                null, null);
    }

    private static Post admitted(Draft.OfPost draft, Instant at) {
        return ((Admission.Accepted<Post>) new PostRules(at).admit(draft)).item();
    }

    private static String signalId(Draft.OfSignal draft) {
        return ((Admission.Accepted<Signal>) new SignalRules(NOW).admit(draft)).item().id().value();
    }
}
