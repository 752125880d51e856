package org.upstander.alert.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps the inbox from growing for ever. */
@ApplicationScoped
public class ForgetInbox {

    private final Transactions transactions;
    private final Inbox inbox;
    private final EngineSettings settings;
    private final Clock clock;

    ForgetInbox(Transactions transactions, Inbox inbox, EngineSettings settings, Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many events were forgotten. */
    public Uni<Integer> runOnce() {
        return transactions.run(
                () -> inbox.forget(clock.instant().minus(settings.inboxRetention())));
    }
}
