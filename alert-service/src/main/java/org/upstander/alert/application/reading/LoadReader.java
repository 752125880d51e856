package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.upstander.alert.domain.ReviewLoad;

/** Reads what responders had to bear. */
public interface LoadReader {

    /**
     * Texts that were shown since then and how long they took, but not to the attacked person
     * herself.
     */
    Uni<List<ReviewLoad.Read>> reads(Instant from);

    /** When texts were read since then, to a quarter of an hour, each once, as {@link #reads}. */
    Uni<List<ReviewLoad.Moment>> readings(Instant from);

    /** Pages that reached somebody since then, to a quarter of an hour, each once. */
    Uni<List<ReviewLoad.Moment>> pages(Instant from);
}
