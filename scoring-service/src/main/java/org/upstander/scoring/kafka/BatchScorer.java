package org.upstander.scoring.kafka;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.application.RefusalReason;
import org.upstander.scoring.application.Roster;
import org.upstander.scoring.application.RosterSnapshot;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.ScoredPost;

/** Turns a batch of records into deliveries: bytes to post to assessments to bytes. Thread-safe. */
@Singleton
final class BatchScorer {
    private static final Logger LOG = Logger.getLogger(BatchScorer.class);

    private final PostReader reader = new PostReader();
    private final ScorePosts scorePosts;
    private final Roster roster;
    private final AssessmentWriter writer;
    private final PipelineMetrics metrics;

    BatchScorer(
            ScorePosts scorePosts,
            Roster roster,
            AssessmentWriter writer,
            PipelineMetrics metrics) {
        this.scorePosts = scorePosts;
        this.roster = roster;
        this.writer = writer;
        this.metrics = metrics;
    }

    /**
     * What became of a batch.
     *
     * @param next where to go on, for each partition, once all deliveries are acknowledged
     * @param stopped whether a record was met that the limit on dead letters does not admit; it and
     *     what comes after it is not part of {@code next}
     */
    record Outcome(Map<TopicPartition, OffsetAndMetadata> next, boolean stopped) {}

    /** Scores all records against one roster, as it is at the beginning. */
    Outcome score(
            ConsumerRecords<byte[], byte[]> records, DeadLetterLimit limit, Deliveries deliveries) {
        RosterSnapshot snapshot = roster.current();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> events = records.records(partition);
            int done = score(events, snapshot, limit, deliveries);
            if (done > 0) {
                next.put(partition, new OffsetAndMetadata(events.get(done - 1).offset() + 1));
            }
            if (done < events.size()) {
                return new Outcome(next, true);
            }
        }
        return new Outcome(next, false);
    }

    private int score(
            List<ConsumerRecord<byte[], byte[]>> events,
            RosterSnapshot snapshot,
            DeadLetterLimit limit,
            Deliveries deliveries) {
        for (int i = 0; i < events.size(); i++) {
            ConsumerRecord<byte[], byte[]> event = events.get(i);
            try {
                score(event, snapshot, deliveries);
                limit.passed();
            } catch (Refusal refusal) {
                if (!limit.admits()) {
                    return i;
                }
                setAside(event, refusal, deliveries);
            }
        }
        return events.size();
    }

    private void score(
            ConsumerRecord<byte[], byte[]> event, RosterSnapshot snapshot, Deliveries deliveries)
            throws Refusal {
        Post post = reader.read(event);
        judged(event, post, snapshot).forEach(deliveries::result);
    }

    /**
     * Scoring is pure computation: where it fails it fails always, and must not hold up the posts
     * behind.
     */
    private List<ProducerRecord<byte[], byte[]>> judged(
            ConsumerRecord<byte[], byte[]> event, Post post, RosterSnapshot snapshot)
            throws Refusal {
        try {
            ScoredPost scored = scorePosts.score(post, snapshot);
            return scored.assessments().isEmpty()
                    ? List.of()
                    : scored.assessments().stream()
                            .map(assessment -> writer.write(event, scored, assessment))
                            .toList();
        } catch (RuntimeException | StackOverflowError e) {
            // The message may quote the post: class and place only.
            LOG.errorf(
                    "scoring failed topic=%s partition=%d offset=%d cause=%s at=%s",
                    event.topic(),
                    event.partition(),
                    event.offset(),
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            throw new Refusal(RefusalReason.INVALID, e.getClass(), "scoring failed");
        }
    }

    private void setAside(
            ConsumerRecord<byte[], byte[]> event, Refusal refusal, Deliveries deliveries) {
        deliveries.deadLetter(DeadLetters.of(event, refusal));
        metrics.setAside(refusal.reason());
        LOG.warnf(
                "record set aside topic=%s partition=%d offset=%d reason=%s why=%s",
                event.topic(),
                event.partition(),
                event.offset(),
                refusal.reason().wire(),
                refusal.getMessage());
    }
}
