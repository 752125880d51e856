package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps the inbox, the amplifications of posts that concern nobody, and joins from growing for
 * ever.
 */
@ApplicationScoped
public class ForgetInbox {

    /** As long as posts stay on their topic: later none comes that they could be about. */
    static final Duration AMPLIFICATIONS = Duration.ofHours(72);

    /** Later nobody is new; as long as posts are looked at. */
    static final Duration JOINS = Duration.ofDays(30);

    private final Transactions transactions;
    private final Inbox inbox;
    private final AmplificationStore amplifications;
    private final SignalStore signals;
    private final EngineSettings settings;
    private final Clock clock;

    ForgetInbox(
            Transactions transactions,
            Inbox inbox,
            AmplificationStore amplifications,
            SignalStore signals,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.amplifications = amplifications;
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many events were forgotten. */
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        return transactions.run(
                () ->
                        amplifications
                                .forget(now.minus(AMPLIFICATIONS))
                                .chain(() -> signals.forgetJoins(now.minus(JOINS)))
                                .chain(() -> inbox.forget(now.minus(settings.inboxRetention()))));
    }
}
