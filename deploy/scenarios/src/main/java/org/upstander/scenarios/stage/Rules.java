package org.upstander.scenarios.stage;

import java.time.Duration;
import org.upstander.alert.domain.PagingRules;
import org.upstander.alert.domain.pattern.PatternSettings;

/** What alert-service is set to where nobody sets anything. */
final class Rules {

    static final PatternSettings PATTERNS = PatternSettings.USUAL;
    static final PagingRules PAGING = PagingRules.DEFAULT;

    /** Longest pause within an incident. */
    static final Duration WINDOW = Duration.ofHours(24);

    /** How long a resolved incident opens again. */
    static final Duration REOPEN_WITHIN = Duration.ofHours(1);

    /** From which severity on somebody is called. */
    static final int PAGE_FROM = 1;

    /** Between two things that a contact is told of a source. */
    static final Duration NOTICE_PAUSE = Duration.ofHours(1);

    private Rules() {}
}
