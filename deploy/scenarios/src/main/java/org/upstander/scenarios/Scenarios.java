package org.upstander.scenarios;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstander.scenarios.figure.Figures;
import org.upstander.scenarios.outcome.Report;
import org.upstander.scenarios.outcome.Result;
import org.upstander.scenarios.remote.RemotePlay;
import org.upstander.scenarios.remote.Running;
import org.upstander.scenarios.stage.Stage;
import org.upstander.scenarios.story.Story;
import org.upstander.scenarios.story.StoryProblem;
import org.upstander.scenarios.story.StoryReader;

/** {@code mvn -Pscenario}: plays stories and says whether they end as they are expected to. */
public final class Scenarios {

    private static final String QUIET_WEEK = "quiet-week.yaml";

    private final Options options;
    private final Optional<Running> system;
    private final List<String> failed = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();

    private Scenarios(Options options) {
        this.options = options;
        this.system = options.against(System.getenv("UPSTANDER_ADMIN_TOKEN"));
    }

    /** Throws, and thereby ends Maven with 1, where anything is not as expected. */
    public static void main(String[] args) {
        new Scenarios(Options.of(args)).play();
    }

    private void play() {
        for (Path path : options.files()) {
            String file = path.getFileName().toString();
            try {
                Story story = StoryReader.read(path);
                if (system.isPresent()) {
                    playOn(system.get(), file, story);
                } else {
                    playInMemory(file, story);
                }
            } catch (StoryProblem e) {
                System.out.println(e.getMessage());
                failed.add(file);
            }
        }
        summarise();
        if (!failed.isEmpty()) {
            throw new IllegalStateException("not as expected: " + String.join(", ", failed));
        }
    }

    private void playInMemory(String file, Story story) {
        Result result = Result.of(file, story, Stage.play(story));
        results.add(result);
        System.out.println(Report.of(result));
        if (!result.isFine()) {
            failed.add(file);
        }
    }

    private void playOn(Running running, String file, Story story) {
        Optional<String> gap = RemotePlay.gap(story);
        if (gap.isPresent()) {
            System.out.printf("%s: left out, a gap is known: %s%n", file, gap.get());
            return;
        }
        List<String> differences =
                RemotePlay.differences(story, running, options.speed(), Clock.systemUTC());
        System.out.printf("%s: %s%n", file, differences.isEmpty() ? "as expected" : "DIFFERENT");
        differences.forEach(one -> System.out.println("  " + one));
        if (!differences.isEmpty()) {
            failed.add(file);
        }
    }

    private void summarise() {
        if (results.size() > 1) {
            System.out.println(Report.summary(results));
        }
        results.stream()
                .filter(one -> one.file().equals(QUIET_WEEK))
                .forEach(one -> System.out.println(Figures.of(one.story())));
    }
}
