package org.upstander.ingest.poll.imap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.upstander.ingest.application.poll.PollFailure;
import org.upstander.ingest.application.poll.Polled;
import org.upstander.ingest.application.poll.Poller;
import org.upstander.ingest.domain.Needs;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.fetch.Reach;

/** Reads mailboxes by IMAP (RFC 3501, RFC 9051), and leaves them as they are. */
@ApplicationScoped
class ImapPoller implements Poller {

    private static final int AT_A_TIME = 4;

    /** Shorter than the lease of a turn. */
    private static final int LONGEST_SECONDS = 100;

    private static final int LOOK_UP_SECONDS = 10;

    private final Reach reach;
    private final Clock clock;
    private final ExecutorService talks =
            Executors.newFixedThreadPool(
                    AT_A_TIME,
                    task -> {
                        Thread thread = new Thread(task, "imap");
                        thread.setDaemon(true);
                        return thread;
                    });

    ImapPoller(Reach reach, Clock clock) {
        this.reach = reach;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        talks.shutdownNow();
    }

    @Override
    public String type() {
        return "imap";
    }

    @Override
    public Needs needs() {
        return Needs.A_MAILBOX;
    }

    @Override
    public CompletionStage<Polled> poll(Source source, String cursor) {
        Optional<Mailbox> mailbox = Mailbox.of(source);
        // The rules asked for consent; that it is still there is looked at where it counts.
        if (mailbox.isEmpty() || source.direct() == null) {
            return CompletableFuture.completedFuture(failed(PollFailure.BLOCKED));
        }
        Mailbox at = mailbox.get();
        return reach.address(at.host(), at.port(), at.tls())
                .toCompletableFuture()
                .orTimeout(LOOK_UP_SECONDS, TimeUnit.SECONDS)
                .thenCompose(
                        address ->
                                address.isEmpty()
                                        ? CompletableFuture.completedFuture(
                                                failed(PollFailure.BLOCKED))
                                        : talk(at, address.get(), source, cursor))
                .exceptionally(failure -> failed(Failures.why(failure)));
    }

    private CompletableFuture<Polled> talk(
            Mailbox mailbox, InetAddress address, Source source, String cursor) {
        NamedTls tls =
                new NamedTls((SSLSocketFactory) SSLSocketFactory.getDefault(), mailbox.host());
        ImapTalk talk = new ImapTalk(mailbox, address, tls, clock);
        CompletableFuture<Polled> answer = new CompletableFuture<>();
        talks.execute(
                () -> {
                    try {
                        answer.complete(talk.news(source, MailboxCursor.read(cursor)));
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                });
        return answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .whenComplete((polled, failure) -> cut(tls));
    }

    private static void cut(NamedTls tls) {
        try {
            tls.cut();
        } catch (IOException e) {
            // then it is cut
        }
    }

    private static Polled failed(PollFailure why) {
        return new Polled.Failed(why, Optional.empty());
    }
}
