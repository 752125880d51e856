package org.upstander.alert.application.source;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.application.notice.NoticeOutcome;
import org.upstander.alert.domain.SourceSight;
import org.upstander.alert.domain.SourceSight.State;

/**
 * Takes what is told of sources, and has the contacts of the staff whom they cover told when one
 * goes blind. Of several in a batch the last one of a source counts.
 */
@ApplicationScoped
public class RecordSources {

    private static final System.Logger LOG = System.getLogger(RecordSources.class.getName());

    private final Transactions transactions;
    private final SourceStore sources;
    private final SourceNoticeStore notices;
    private final SourceContacts contacts;
    private final Rhythm rhythm;
    private final SourceMetrics metrics;

    RecordSources(
            Transactions transactions,
            SourceStore sources,
            SourceNoticeStore notices,
            SourceContacts contacts,
            Rhythm rhythm,
            SourceMetrics metrics) {
        this.transactions = transactions;
        this.sources = sources;
        this.notices = notices;
        this.contacts = contacts;
        this.rhythm = rhythm;
        this.metrics = metrics;
    }

    /** Clock, and how often somebody is told. */
    @ApplicationScoped
    static class Rhythm {

        private final SourceNoticeSettings settings;
        private final Clock clock;

        Rhythm(SourceNoticeSettings settings, Clock clock) {
            this.settings = settings;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        /** Who was told before may be told again. */
        Instant longAgo() {
            return now().minus(settings.pause());
        }
    }

    /** In one transaction; the same again has no effect. */
    public Uni<Void> record(List<SourceChange> batch) {
        Map<String, SourceChange> last = new LinkedHashMap<>();
        batch.forEach(change -> last.put(change.sourceId(), change));
        return transactions
                .run(
                        () ->
                                Multi.createFrom()
                                        .iterable(last.values())
                                        .onItem()
                                        .transformToUniAndConcatenate(this::take)
                                        .filter(told -> !told)
                                        .collect()
                                        .asList())
                .invoke(nobody -> nobody.forEach(one -> metrics.notice(NoticeOutcome.NOBODY)))
                .replaceWithVoid();
    }

    /** False where a source went blind and there is nobody to tell. */
    private Uni<Boolean> take(SourceChange change) {
        if (change instanceof SourceChange.Seen seen) {
            return sources.keep(seen.sight())
                    .chain(
                            changed ->
                                    Boolean.TRUE.equals(changed)
                                            ? follow(seen.sight())
                                            : Uni.createFrom().item(true));
        }
        return sources.remove(change.sourceId())
                .chain(() -> notices.forget(change.sourceId(), rhythm.longAgo()))
                .replaceWith(true);
    }

    private Uni<Boolean> follow(SourceSight sight) {
        if (sight.state() == State.BLIND) {
            return contacts.of(sight.platform(), rhythm.now())
                    .chain(ids -> notices.look(sight.sourceId(), ids, rhythm.now()))
                    .map(found -> found > 0)
                    .invoke(told -> noteNobody(sight, told));
        }
        return sight.state() == State.SEES
                ? notices.lookAgain(sight.sourceId(), rhythm.now()).replaceWith(true)
                : Uni.createFrom().item(true);
    }

    private static void noteNobody(SourceSight sight, boolean told) {
        if (!told) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "source {0} is blind, and it covers nobody who has a contact",
                    sight.sourceId());
        }
    }
}
