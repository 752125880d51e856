package org.upstander.bench.scoring;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.judgement.TargetJudge;
import org.upstander.scoring.domain.Thresholds;

/** All of it: fold, bind, spam, language, and judging where somebody is meant. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WholeScore {

    @Param({"10", "1000", "100000"})
    public int staff;

    private ScoredRoster roster;
    private List<Post> plain;
    private int next;

    @Setup
    public void prepare() {
        roster = new ScoredRoster(staff, TargetJudge.shipped(Thresholds.SHIPPED));
        plain = Posts.plain().stream().map(FromTopics::post).toList();
    }

    @Benchmark
    public boolean namesNobody() {
        return roster.score(plain.get(next++ % plain.size()));
    }

    @Benchmark
    public boolean namesSomebody() {
        return roster.score(roster.naming().get(next++ % roster.naming().size()));
    }
}
