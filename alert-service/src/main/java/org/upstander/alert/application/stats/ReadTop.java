package org.upstander.alert.application.stats;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.upstander.alert.application.stats.TopReader.Ranked;

/** Tells who and where attacks come from. Authors have no name here. */
@Singleton
public class ReadTop {

    private final TopReader reader;
    private final Pseudonyms pseudonyms;

    ReadTop(TopReader reader, Pseudonyms pseudonyms) {
        this.reader = reader;
        this.pseudonyms = pseudonyms;
    }

    /**
     * @param rank from 1
     * @param author pseudonym, where authors are ranked
     * @param threadId where threads are ranked
     * @param attacks how many
     * @param authors how many different ones
     * @param staff how many different people were attacked
     * @param severity of the worst, 1 to 4
     * @param risk sum of severities, each of which halves in 7 days
     * @param lastAt of the latest attack
     */
    public record Item(
            int rank,
            String author,
            String source,
            String threadId,
            long attacks,
            long authors,
            long staff,
            int severity,
            double risk,
            Instant lastAt) {}

    /** Those with most risk first, as of {@code to}. */
    public Uni<List<Item>> top(
            TopReader.By by, StatsFilter filter, Instant from, Instant to, int most) {
        return reader.top(by, filter, from, to, most).map(this::items);
    }

    private List<Item> items(List<Ranked> ranked) {
        List<Item> items = new ArrayList<>(ranked.size());
        for (Ranked one : ranked) {
            items.add(
                    new Item(
                            items.size() + 1,
                            one.authorKey() == null ? null : pseudonyms.author(one.authorKey()),
                            one.source(),
                            one.threadId(),
                            one.attacks(),
                            one.authors(),
                            one.staff(),
                            one.severity(),
                            Rounded.two(one.risk()),
                            one.lastAt()));
        }
        return items;
    }
}
