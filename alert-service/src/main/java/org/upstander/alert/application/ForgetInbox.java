package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Keeps the inbox, and the amplifications of posts that concern nobody, from growing for ever. */
@ApplicationScoped
public class ForgetInbox {

    /** As long as posts stay on their topic: later none comes that they could be about. */
    static final Duration AMPLIFICATIONS = Duration.ofHours(72);

    private final Transactions transactions;
    private final Inbox inbox;
    private final AmplificationStore amplifications;
    private final EngineSettings settings;
    private final Clock clock;

    ForgetInbox(
            Transactions transactions,
            Inbox inbox,
            AmplificationStore amplifications,
            EngineSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.amplifications = amplifications;
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
                                .chain(() -> inbox.forget(now.minus(settings.inboxRetention()))));
    }
}
