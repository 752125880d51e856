package org.upstander.alert.application.pattern;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternKind;

/**
 * Up to which post somebody was told of an author's runs of a pattern. Within the caller's
 * transaction.
 */
public interface ToldRuns {

    /**
     * @return an entry only where somebody was told of something
     */
    Uni<Map<Pair, Map<PatternKind, Encounter.Told>>> of(Collection<Pair> pairs);

    /** Keeps the newest of each author, person and pattern. */
    Uni<Void> keep(Collection<Run> runs);

    /**
     * A run that somebody is told of.
     *
     * @param newest id of an assessment
     */
    record Run(PatternKind pattern, String newest) {}
}
