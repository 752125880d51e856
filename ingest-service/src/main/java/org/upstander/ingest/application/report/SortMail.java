package org.upstander.ingest.application.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.Handed;

/**
 * Tells reports from mail that only looks like one: that is a post as all else of its mailbox, or
 * whoever writes an attack could hide it behind a code that he made up.
 */
@ApplicationScoped
public class SortMail {

    private final ReportAddresses addresses;

    SortMail(ReportAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * What came.
     *
     * @param posts in the order in which they came
     * @param coded all that were sent to a code, also those that are among the posts
     */
    public record Sorted(List<Handed<Draft.OfPost>> posts, List<AddressedMail> coded) {

        public Sorted {
            posts = List.copyOf(posts);
            coded = List.copyOf(coded);
        }
    }

    /**
     * @param posts of the same answer
     * @return fails with {@link org.upstander.ingest.application.source.StoreUnavailable}
     */
    public CompletionStage<Sorted> sort(List<Handed<Draft.OfPost>> posts, List<CodedMail> mails) {
        CompletionStage<List<AddressedMail>> all =
                CompletableFuture.completedFuture(new ArrayList<>());
        for (CodedMail mail : mails) {
            all =
                    all.thenCompose(
                            known ->
                                    staff(mail)
                                            .thenApply(
                                                    staff -> {
                                                        known.add(new AddressedMail(mail, staff));
                                                        return known;
                                                    }));
        }
        return all.thenApply(coded -> new Sorted(merged(posts, coded), coded));
    }

    private CompletionStage<List<String>> staff(CodedMail mail) {
        CompletionStage<List<String>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (String code : mail.report().codes()) {
            all =
                    all.thenCompose(
                            known ->
                                    addresses
                                            .staff(code)
                                            .thenApply(
                                                    staff -> {
                                                        staff.ifPresent(known::add);
                                                        return known;
                                                    }));
        }
        return all;
    }

    private static List<Handed<Draft.OfPost>> merged(
            List<Handed<Draft.OfPost>> posts, List<AddressedMail> coded) {
        List<Handed<Draft.OfPost>> merged = new ArrayList<>(posts.size());
        int from = 0;
        for (AddressedMail one : coded) {
            if (one.isNobodys()) {
                merged.addAll(posts.subList(from, one.mail().place()));
                merged.addAll(one.mail().posts());
                from = one.mail().place();
            }
        }
        merged.addAll(posts.subList(from, posts.size()));
        return merged;
    }
}
