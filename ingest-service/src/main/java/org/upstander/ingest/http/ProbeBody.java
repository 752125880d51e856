package org.upstander.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upstander.ingest.application.delivery.Outcome;
import org.upstander.ingest.application.delivery.ProbeDelivery;
import org.upstander.ingest.application.delivery.Said;
import org.upstander.ingest.application.poll.ProbePoll;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Signal;
import org.upstander.ingest.domain.Violation;

/**
 * What would come of a delivery, or of asking, for whoever connects a platform.
 *
 * @param proof {@code valid, missing, wrong} or {@code stale}; null of a source that is asked
 * @param outcome {@link Outcome#kind()}, {@code taken} for posts and signals; {@code failed} where
 *     asking brought nothing
 * @param why what it says where it brings nothing, or what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProbeBody(
        String proof, String outcome, String why, List<SeenPost> posts, List<SeenSignal> signals) {

    /** A post as it would be stored, or why it would be refused. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeenPost(
            String externalId,
            Seen author,
            String threadId,
            String replyTo,
            String text,
            String createdAt,
            boolean deleted,
            String url,
            String visibility,
            List<String> refused) {

        static SeenPost of(Admission<Post> admission) {
            if (admission instanceof Admission.Rejected<Post> no) {
                return new SeenPost(
                        no.externalId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        details(no.violations()));
            }
            Post post = ((Admission.Accepted<Post>) admission).item();
            return new SeenPost(
                    post.externalId(),
                    Seen.of(post.author()),
                    post.thread() == null ? null : post.thread().id(),
                    post.replyTo() == null ? null : post.replyTo().externalId(),
                    post.text(),
                    post.createdAt() == null ? null : post.createdAt().toString(),
                    post.deleted(),
                    post.url(),
                    post.visibility(),
                    null);
        }
    }

    /** A signal as it would be stored, or why it would be refused. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeenSignal(String type, String action, Seen author, String at, List<String> refused) {

        static SeenSignal of(Admission<Signal> admission) {
            if (admission instanceof Admission.Rejected<Signal> no) {
                return new SeenSignal(null, null, null, null, details(no.violations()));
            }
            Signal signal = ((Admission.Accepted<Signal>) admission).item();
            return new SeenSignal(
                    signal.type(),
                    signal.action(),
                    Seen.of(signal.author()),
                    signal.at().toString(),
                    null);
        }
    }

    /** Who it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seen(String id, String handle, String displayName) {

        static Seen of(Author author) {
            return author == null
                    ? null
                    : new Seen(author.id(), author.handle(), author.displayName());
        }
    }

    static ProbeBody of(ProbeDelivery.Probe probe) {
        List<SeenPost> posts = new ArrayList<>();
        List<SeenSignal> signals = new ArrayList<>();
        if (probe.outcome() instanceof Outcome.Taken taken) {
            taken.posts().forEach(post -> posts.add(SeenPost.of(post)));
            taken.signals().forEach(signal -> signals.add(SeenSignal.of(signal)));
        }
        return new ProbeBody(
                word(probe.proof()), probe.outcome().kind(), why(probe.outcome()), posts, signals);
    }

    static ProbeBody of(ProbePoll.Probe probe) {
        List<SeenPost> posts = probe.posts().stream().map(SeenPost::of).toList();
        String outcome = posts.isEmpty() ? "nothing" : "taken";
        return probe.failure() == null
                ? new ProbeBody(null, outcome, null, posts, List.of())
                : new ProbeBody(null, "failed", word(probe.failure()), posts, List.of());
    }

    private static String why(Outcome outcome) {
        if (outcome instanceof Outcome.NotReadable wrong) {
            return (wrong.pointer().isEmpty() ? "the body" : wrong.pointer()) + ": " + wrong.fix();
        }
        if (outcome instanceof Outcome.Heard heard) {
            if (heard.said() instanceof Said.Nothing nothing) {
                return word(nothing.why());
            }
            return heard.said() instanceof Said.Gap gap ? word(gap.cause()) : null;
        }
        return null;
    }

    private static List<String> details(List<Violation> violations) {
        return violations.stream().map(Violation::detail).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
