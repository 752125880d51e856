package org.upstander.scoring.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.judgement.TargetJudge;

/**
 * {@code mvn -Pstaffcheck -Dsuite=FILE -Droster=FILE [-Dthresholds=f1=0.9,pairs=0.8]
 * [-Dreport=FILE] [-Dtexts=true]}. Ends with 0 when every threshold is reached, 1 when one is
 * missed, 2 when suite or roster cannot be read.
 */
public final class StaffCheckMain {
    private static final int MISSED = 1;
    private static final int BAD_INPUT = 2;

    private StaffCheckMain() {}

    public static void main(String[] args) {
        System.exit(run(args, TargetJudge.shipped(Thresholds.SHIPPED), System.out));
    }

    /**
     * @param args suite, roster, report, thresholds, whether texts are shown
     */
    static int run(String[] args, Judge judge, PrintStream out) {
        try {
            SuiteThresholds thresholds = SuiteThresholds.of(args[3]);
            List<Outcome> outcomes =
                    new SuiteRun(RosterReader.read(Path.of(args[1])), judge)
                            .score(SuiteReader.read(Path.of(args[0])));
            SuiteFigures figures = new SuiteFigures(outcomes);
            SuiteReport report = new SuiteReport(outcomes, figures, Boolean.parseBoolean(args[4]));
            report.print(out);
            report.write(Path.of(args[2]), judge.model());
            List<String> missed = thresholds.missed(figures.named());
            missed.forEach(one -> out.println("missed: " + one));
            return missed.isEmpty() ? 0 : MISSED;
        } catch (BadSuite e) {
            out.println(e.getMessage());
            return BAD_INPUT;
        } catch (IOException e) {
            out.println(args[2] + ": the report cannot be written there");
            return BAD_INPUT;
        }
    }
}
