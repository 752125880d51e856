package org.upstander.scenarios.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.upstander.scenarios.stage.Arrivals.Arrival;
import org.upstander.scenarios.story.Happening.Answered;
import org.upstander.scenarios.story.Happening.Approached;
import org.upstander.scenarios.story.Happening.Moderated;
import org.upstander.scenarios.story.Happening.Written;
import org.upstander.scenarios.story.Story;

/**
 * Plays a story against the rules of alert-service, in memory and with a clock that jumps from one
 * thing to the next.
 */
public final class Stage {

    /** How long the clock goes on after the last thing that happens. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(30);

    private final Story story;
    private final Rows rows = new Rows();
    private Engine engine;

    /** All that is gone when the system is stopped hard. */
    private record Engine(Recorder recorder, SignalDesk signals, Feeds feeds, Casework casework) {

        static Engine on(Story story, Rows rows) {
            Recall recall = new Recall(story, rows);
            Casework casework = new Casework(rows);
            Recorder recorder = new Recorder(rows, recall, casework);
            return new Engine(
                    recorder,
                    new SignalDesk(story, rows, recall, recorder, casework),
                    new Feeds(story, rows),
                    casework);
        }
    }

    private Stage(Story story) {
        this.story = story;
        this.engine = Engine.on(story, rows);
    }

    /** What comes of it; the same for the same story. */
    public static Played play(Story story) {
        return new Stage(story).play();
    }

    private Played play() {
        List<Arrival> arrivals = Arrivals.of(story);
        engine.feeds().begin(story.start().atStartOfDay(story.zone()).toInstant());
        for (Arrival arrival : arrivals) {
            fire(arrival.at());
            take(arrival);
            engine.casework().free(arrival.at());
        }
        if (!arrivals.isEmpty()) {
            fire(arrivals.get(arrivals.size() - 1).at().plus(AFTERWARDS));
        }
        return Outcomes.of(story, rows);
    }

    /** Everything that is due by then. */
    private void fire(Instant until) {
        while (!rows.timers.isEmpty() && !rows.timers.peek().due().isAfter(until)) {
            Rows.Timer timer = rows.timers.poll();
            switch (timer.why()) {
                case BREWING -> engine.recorder().look(timer.about(), timer.due());
                case RUN -> engine.recorder().settle(timer.about(), timer.due());
                case SILENCE -> engine.feeds().look(timer.about(), timer.due());
            }
        }
    }

    private void take(Arrival arrival) {
        Instant now = arrival.at();
        if (arrival.what() == null) {
            engine = Engine.on(story, rows);
        } else if (arrival.what() instanceof Written post) {
            engine.feeds().spoke(post.source(), post.at(), now);
            for (String staff : post.about()) {
                engine.recorder().record(Assessments.of(post, staff), now);
                engine.signals()
                        .wrote(
                                Assessments.authorKey(post.by(), post.source()),
                                staff,
                                post.at(),
                                now);
            }
        } else if (arrival.what() instanceof Moderated act) {
            engine.signals().moderated(act, now);
        } else if (arrival.what() instanceof Approached attempt) {
            engine.signals().approached(attempt, now);
        } else if (arrival.what() instanceof Answered answer) {
            engine.signals().answered(answer, now);
        }
    }
}
