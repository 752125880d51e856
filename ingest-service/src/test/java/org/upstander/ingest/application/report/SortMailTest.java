package org.upstander.ingest.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.upstander.ingest.application.source.StoreUnavailable;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Drafts;
import org.upstander.ingest.domain.Handed;

/** A mailbox with mail to codes in it, of which "hers" and "another's" are somebody's. */
class SortMailTest {

    private static final SortMail MAIL = sorting(new Known());

    @Test
    void whatIsToHerIsNoPost() {
        SortMail.Sorted sorted = sort(posts("1", "2"), List.of(coded(1, "x", "hers")));
        assertThat(ids(sorted)).containsExactly("1", "2");
        assertThat(sorted.coded().get(0).staff()).containsExactly("cm-07");
        assertThat(sorted.coded().get(0).unknown()).isOne();
    }

    @Test
    void oneMailMayBeToSeveral() {
        SortMail.Sorted sorted = sort(List.of(), List.of(coded(0, "hers", "another's")));
        assertThat(sorted.posts()).isEmpty();
        assertThat(sorted.coded().get(0).staff()).containsExactly("cm-07", "cm-08");
    }

    @Test
    void whatIsToNobodyIsAPostWhereItCame() {
        SortMail.Sorted sorted = sort(posts("1", "2"), List.of(coded(1, "x"), coded(1, "y", "z")));
        assertThat(ids(sorted)).containsExactly("1", "x", "y", "2");
        assertThat(sorted.coded()).allMatch(AddressedMail::isNobodys);
        assertThat(sorted.coded()).extracting(AddressedMail::unknown).containsExactly(1, 2);
    }

    @Test
    void whileNobodyKnowsWhoseItIsItIsNeither() {
        SortMail blind =
                sorting(
                        new Known() {
                            @Override
                            public CompletionStage<Optional<String>> staff(List<String> hashes) {
                                return CompletableFuture.failedFuture(new StoreUnavailable("x"));
                            }
                        });
        assertThat(blind.sort(posts("1"), List.of(coded(0, "x"))).toCompletableFuture())
                .isCompletedExceptionally();
    }

    /** Whatever codes strangers make up, what they write is seen, and all stays in its order. */
    @Property(tries = 200)
    void nobodyHidesAMail(@ForAll("mailboxes") List<String> mailbox) {
        // Given
        List<Handed<Draft.OfPost>> posts = new ArrayList<>();
        List<CodedMail> coded = new ArrayList<>();
        for (int at = 0; at < mailbox.size(); at++) {
            if (mailbox.get(at).isEmpty()) {
                posts.addAll(posts("" + at));
            } else {
                coded.add(
                        new CodedMail(
                                report(List.of(mailbox.get(at))), posts("" + at), posts.size()));
            }
        }
        // When
        SortMail.Sorted sorted = sort(posts, coded);
        // Then
        assertThat(ids(sorted))
                .isEqualTo(
                        Stream.iterate(0, at -> at < mailbox.size(), at -> at + 1)
                                .filter(at -> !mailbox.get(at).equals("hers"))
                                .map(String::valueOf)
                                .toList());
        assertThat(sorted.coded()).hasSameSizeAs(coded);
    }

    /** Of each mail its code; blank where it has none. */
    @Provide
    Arbitrary<List<String>> mailboxes() {
        return Arbitraries.of("", "hers", "made-up").list().ofMaxSize(20);
    }

    private static SortMail.Sorted sort(List<Handed<Draft.OfPost>> posts, List<CodedMail> mails) {
        return MAIL.sort(posts, mails).toCompletableFuture().getNow(null);
    }

    private static List<String> ids(SortMail.Sorted sorted) {
        return sorted.posts().stream()
                .map(post -> ((Handed.Readable<Draft.OfPost>) post).draft().externalId())
                .toList();
    }

    private static CodedMail coded(int place, String... codes) {
        return new CodedMail(report(List.of(codes)), posts(codes[0]), place);
    }

    private static MailedReport report(List<String> codes) {
        return new MailedReport(codes, false, "1", null, null, "He is back.", null);
    }

    private static List<Handed<Draft.OfPost>> posts(String... ids) {
        return Stream.of(ids)
                .<Handed<Draft.OfPost>>map(
                        id -> new Handed.Readable<>(Drafts.post("mail", id, "He is back.")))
                .toList();
    }

    private static SortMail sorting(ReportCodeStore store) {
        return new SortMail(
                new ReportAddresses(
                        new PlainCodes(),
                        store,
                        null,
                        Clock.fixed(Instant.parse("2026-03-03T06:33:26Z"), ZoneOffset.UTC)));
    }

    private static final class PlainCodes implements ReportCodes {

        @Override
        public String make() {
            return "hers";
        }

        @Override
        public List<String> hashes(String code) {
            return List.of(code);
        }
    }

    private static class Known implements ReportCodeStore {

        @Override
        public CompletionStage<Void> put(String staffId, String hash, Instant at) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Boolean> remove(String staffId) {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Optional<String>> staff(List<String> hashes) {
            return CompletableFuture.completedFuture(
                    hashes.contains("hers")
                            ? Optional.of("cm-07")
                            : Optional.of("cm-08").filter(id -> hashes.contains("another's")));
        }
    }
}
