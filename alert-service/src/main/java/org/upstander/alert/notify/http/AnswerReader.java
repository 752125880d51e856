package org.upstander.alert.notify.http;

import org.upstander.alert.application.DeliveryResult;

/** What a channel reads from an answer beyond its status: a receipt, a wait. */
@FunctionalInterface
public interface AnswerReader {

    /** The status says it all. */
    AnswerReader STATUS = (answer, byStatus) -> byStatus;

    /**
     * @param answer as it came; its body may be anything
     * @param byStatus what the status alone means
     * @return what it means; a wait is cut to the longest allowed by the caller
     */
    DeliveryResult read(HttpAnswer answer, DeliveryResult byStatus);
}
