package org.upstander.alert.application;

import java.time.Duration;
import org.upstander.alert.application.pattern.PatternCost;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Verdict;

/**
 * What the engine did. received = recorded + duplicate + deadLetter. Alert if possibleDuplicate
 * grows without a crash, or nobodyCalled at all.
 */
public interface AlertMetrics extends CallMetrics {

    void recorded(Verdict verdict);

    /** What patterns took of the recording of these, all of them together. */
    void patterns(int assessments, PatternCost cost);

    void duplicates(int events);

    void deadLetter(String reason);

    void incidentOpened();

    void incidentExtended();

    void attempt(Channel channel, DeliveryResult result, Duration took);

    /** An attempt was repeated whose predecessor never said what became of it. */
    void possibleDuplicate();

    /** From the opening of an incident to a first delivery. */
    void reached(Duration sinceOpened);

    void outboxSent(int events);
}
