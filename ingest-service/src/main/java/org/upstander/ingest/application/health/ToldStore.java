package org.upstander.ingest.application.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What others were told of sources, or are about to be: noted first, then written by one instance,
 * which holds a lease, then marked. What is lost in between is written again, as it was noted.
 * Fails with {@link org.upstander.ingest.application.source.StoreUnavailable}.
 */
public interface ToldStore {

    /** What was noted last, by id of the source. */
    CompletionStage<Map<String, Told>> all();

    /**
     * Notes what is to be told. Nothing happens where somebody noted something else meanwhile, is
     * about to write what was noted, or the source is gone.
     *
     * @param before what was noted before
     */
    CompletionStage<Void> note(Told news, Optional<Told> before);

    /** Notes of sources that are there no more that they are gone. */
    CompletionStage<Void> noteGone(Instant at);

    /** Takes what is noted and not told yet, unless somebody else has it. */
    CompletionStage<List<Told>> claim(Instant now, Instant until);

    /** It is told. */
    CompletionStage<Void> told(Told told);

    /** It could not be told now. */
    CompletionStage<Void> giveBack(List<Told> untold);
}
