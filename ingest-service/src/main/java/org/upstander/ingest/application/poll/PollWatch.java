package org.upstander.ingest.application.poll;

import java.time.Instant;
import java.util.List;
import org.upstander.ingest.domain.Admission;
import org.upstander.ingest.domain.Post;
import org.upstander.ingest.domain.Source;

/** Is told what came of each asking; returns at once. */
public interface PollWatch {

    /**
     * It answered, and its posts are stored.
     *
     * @param posts what became of each; none where there was nothing new
     */
    void answered(Source source, List<Admission<Post>> posts, Instant at);

    /**
     * It answered, and no longer has what was written before.
     *
     * @param since when that begins
     */
    void lost(Source source, Instant since);

    /**
     * It brought nothing.
     *
     * @param failures in a row, from 1
     * @param since when the first of them was: from then on posts are missing
     */
    void failed(Source source, PollFailure why, int failures, Instant since);
}
