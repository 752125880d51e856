package org.upstander.scenarios.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.upstander.alert.domain.SourceNews;
import org.upstander.alert.domain.SourceSight;
import org.upstander.alert.domain.SourceSight.State;
import org.upstander.scenarios.story.Story;

/** Tells of sources that fall silent: nobody may think they are safe meanwhile. */
final class Feeds {

    private final Story story;
    private final Rows rows;

    Feeds(Story story, Rows rows) {
        this.story = story;
        this.rows = rows;
    }

    void begin(Instant now) {
        story.sources().forEach(source -> spoke(source.id(), now, now));
    }

    /**
     * @param at when the post was written
     */
    void spoke(String sourceId, Instant at, Instant now) {
        Optional<Duration> rhythm = rhythm(sourceId);
        if (rhythm.isEmpty()) {
            return;
        }
        rows.lastPost.merge(sourceId, at, (a, b) -> a.isAfter(b) ? a : b);
        tell(sourceId, now);
        wake(sourceId, rows.lastPost.get(sourceId).plus(rhythm.get()).plusSeconds(1));
    }

    void look(String sourceId, Instant now) {
        tell(sourceId, now);
    }

    private void tell(String sourceId, Instant now) {
        SourceSight sight = sight(sourceId, now);
        SourceNews news =
                SourceNews.of(
                        Optional.of(sight),
                        Optional.ofNullable(rows.told.get(sourceId)),
                        Rules.NOTICE_PAUSE,
                        now);
        if (news instanceof SourceNews.Say say) {
            rows.told.put(
                    sourceId,
                    new SourceNews.Told(sight.state(), say.since(), say.blindSince(), now, true));
            rows.notices.add(new Played.Notice(sourceId, sight.state().wireName(), now));
        } else if (news instanceof SourceNews.Later later) {
            wake(sourceId, later.at());
        }
    }

    /** As ingest-service would see it: silent is longer without a post than its rhythm. */
    private SourceSight sight(String sourceId, Instant now) {
        Instant last = rows.lastPost.get(sourceId);
        boolean silent = last.plus(rhythm(sourceId).orElseThrow()).isBefore(now);
        return new SourceSight(
                sourceId,
                sourceId,
                sourceId,
                silent ? State.BLIND : State.SEES,
                silent ? SourceSight.Cause.SILENT : null,
                silent ? last : now,
                now);
    }

    private void wake(String sourceId, Instant at) {
        rows.timers.add(new Rows.Timer(at, Rows.Timer.Why.SILENCE, sourceId));
    }

    private Optional<Duration> rhythm(String sourceId) {
        return story.sources().stream()
                .filter(one -> one.id().equals(sourceId))
                .map(Story.Source::rhythm)
                .findFirst();
    }
}
