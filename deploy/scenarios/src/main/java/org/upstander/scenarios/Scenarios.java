package org.upstander.scenarios;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.upstander.scenarios.figure.Figures;
import org.upstander.scenarios.outcome.Report;
import org.upstander.scenarios.outcome.Result;
import org.upstander.scenarios.stage.Stage;
import org.upstander.scenarios.story.Story;
import org.upstander.scenarios.story.StoryProblem;
import org.upstander.scenarios.story.StoryReader;

/** {@code mvn -Pscenario}: plays stories and says whether they end as they are expected to. */
public final class Scenarios {

    private static final String QUIET_WEEK = "quiet-week.yaml";

    private Scenarios() {}

    /** Throws, and thereby ends Maven with 1, where anything is not as expected. */
    public static void main(String[] args) {
        Options options = Options.of(args);
        List<String> failed = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Path file : options.files()) {
            try {
                Story story = StoryReader.read(file);
                Result result = Result.of(file.getFileName().toString(), story, Stage.play(story));
                results.add(result);
                System.out.println(Report.of(result));
                if (!result.isFine()) {
                    failed.add(result.file());
                }
            } catch (StoryProblem e) {
                System.out.println(e.getMessage());
                failed.add(file.getFileName().toString());
            }
        }
        if (results.size() > 1) {
            System.out.println(Report.summary(results));
        }
        results.stream()
                .filter(one -> one.file().equals(QUIET_WEEK))
                .forEach(one -> System.out.println(Figures.of(one.story())));
        if (!failed.isEmpty()) {
            throw new IllegalStateException("not as expected: " + String.join(", ", failed));
        }
    }
}
