package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.upstander.contracts.EventTypes;
import org.upstander.contracts.Keys;
import org.upstander.contracts.v1.ThresholdsEntry;
import org.upstander.scoring.application.LiveThresholds.InForce;
import org.upstander.scoring.application.PipelineMetrics;
import org.upstander.scoring.domain.Thresholds;

/** The thresholds that the topic names last. For one thread. */
final class ThresholdsBook {
    private static final Logger LOG = Logger.getLogger(ThresholdsBook.class);

    private final Thresholds configured;
    private final PipelineMetrics metrics;
    private InForce current;

    /**
     * @param configured what applies while the topic names none; spam's bar always
     */
    ThresholdsBook(Thresholds configured, PipelineMetrics metrics) {
        this.configured = configured;
        this.metrics = metrics;
        this.current = new InForce(configured, null);
    }

    InForce current() {
        return current;
    }

    /** Takes a record; returns whether anything changed. What cannot be read changes nothing. */
    boolean apply(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null || !Keys.EVERYBODY.equals(new String(entry.key(), UTF_8))) {
            return skip(entry, "key is not " + Keys.EVERYBODY);
        }
        if (entry.value() == null) {
            return replace(new InForce(configured, null));
        }
        if (!EventHeaders.is(entry, EventTypes.THRESHOLDS)) {
            return skip(entry, "unknown type");
        }
        try {
            return replace(
                    inForce(ContractJson.MAPPER.readValue(entry.value(), ThresholdsEntry.class)));
        } catch (IOException | RuntimeException e) {
            return skip(entry, e.getClass().getSimpleName());
        }
    }

    private boolean replace(InForce next) {
        boolean changed = !next.equals(current);
        current = next;
        return changed;
    }

    private boolean skip(ConsumerRecord<byte[], byte[]> entry, String why) {
        metrics.thresholdsUnreadable();
        LOG.warnf(
                "thresholds skipped partition=%d offset=%d why=%s",
                entry.partition(), entry.offset(), why);
        return false;
    }

    private InForce inForce(ThresholdsEntry entry) {
        ThresholdsEntry.Shadow shadow = entry.shadow();
        return new InForce(
                new Thresholds(
                        entry.attack(),
                        entry.juniorAttack(),
                        configured.spam(),
                        entry.category(),
                        severity(entry.severity())),
                shadow == null
                        ? null
                        : new Thresholds(
                                shadow.attack(),
                                shadow.juniorAttack(),
                                configured.spam(),
                                shadow.category(),
                                severity(shadow.severity())));
    }

    private static Thresholds.Severity severity(ThresholdsEntry.Severity severity) {
        return new Thresholds.Severity(severity.two(), severity.three(), severity.four());
    }
}
