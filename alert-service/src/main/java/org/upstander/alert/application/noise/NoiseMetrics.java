package org.upstander.alert.application.noise;

import org.upstander.alert.application.notice.NoticeOutcome;

/**
 * How often somebody was attacked more than usual, and who was told. Alert when FAILED or NOBODY
 * grows.
 */
public interface NoiseMetrics {

    /** The share of attacks on somebody left its limits. */
    void excursion();

    /** What became of one notice, or why there was none. */
    void notice(NoticeOutcome outcome);
}
