package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.Signal;

/**
 * Has those looked at again whom a signal concerns, a declaration that accounts are one person's,
 * or words that others said, too: it may come after the posts that it explains.
 */
@ApplicationScoped
public class LookAgainAfter {

    /** What came before that stays as it was judged. */
    static final Duration LATE = Duration.ofDays(1);

    /**
     * What is being recorded at the same time, unseen, is recorded by then, or was given up and
     * comes again: longer than two transactions may take one after the other (DatabaseConfig), by
     * clocks that differ.
     */
    private static final Duration AT_THE_SAME_TIME = Duration.ofMinutes(3);

    /** By then it mostly is. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final PatternWatch watch;

    LookAgainAfter(PatternWatch watch) {
        this.watch = watch;
    }

    /**
     * Within the caller's transaction.
     *
     * @param signals moderation actions and attempts to reach somebody
     */
    public Uni<Void> signals(List<Signal> signals, Instant now) {
        return Multi.createFrom()
                .iterable(signals)
                .onItem()
                .transformToUniAndConcatenate(signal -> signal(signal, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Within the caller's transaction. */
    public Uni<Void> declaration(AuthorAlias alias, Instant now) {
        return Multi.createFrom()
                .iterable(alias.accounts())
                .onItem()
                .transformToUniAndConcatenate(one -> whomever(one, now.minus(LATE), now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Whom else somebody may be, who says what others said before. */
    static PatternWatch.Due words(AuthorAlias.Account account, Instant now) {
        return new PatternWatch.Due(Pair.whomever(account), now, now.plus(AT_THE_SAME_TIME));
    }

    /** Since when what is looked at then may have been recorded unseen: what is older is judged. */
    static Instant unseenSince(Instant dueAt) {
        return dueAt.minus(AT_THE_SAME_TIME.multipliedBy(2));
    }

    private Uni<Void> signal(Signal signal, Instant now) {
        if (signal.kind() != null && signal.staffId() != null) {
            Pair pair = Pair.of(signal);
            return pair.isKnown()
                    ? watch.watch(
                            List.of(new PatternWatch.Due(pair, now, now.plus(AT_THE_SAME_TIME))))
                    : Uni.createFrom().voidItem();
        }
        // Without a source nothing says whose account it is.
        return signal.action() == null || signal.source() == null
                ? Uni.createFrom().voidItem()
                : whomever(account(signal), signal.at(), now);
    }

    private static AuthorAlias.Account account(Signal signal) {
        return new AuthorAlias.Account(
                signal.source(), signal.author().id(), signal.author().handle());
    }

    private Uni<Void> whomever(AuthorAlias.Account account, Instant since, Instant now) {
        Pair whomever = Pair.whomever(account);
        return whomever.isKnown()
                ? watch.watchAllOf(account, since, Instant.EPOCH, now)
                        .chain(
                                () ->
                                        watch.watch(
                                                List.of(
                                                        new PatternWatch.Due(
                                                                whomever,
                                                                now.plus(SOON),
                                                                now.plus(AT_THE_SAME_TIME)))))
                : Uni.createFrom().voidItem();
    }
}
