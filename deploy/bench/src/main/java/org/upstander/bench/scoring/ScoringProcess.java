package org.upstander.bench.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.bench.control.Line;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.judgement.TargetJudge;

/**
 * Subject and control of the section scoring in one JVM: the classes of the packaged
 * scoring-service, and Jackson that reads and writes the records of the same posts. A JVM of its
 * own, because what a packaged service brings along must not lie beside the other controls.
 */
public final class ScoringProcess {

    private static final int PLAIN_BATCH = 256;
    private static final int NAMING_BATCH = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CpuTimer timer = new CpuTimer();
    private final TargetJudge judge = TargetJudge.shipped(Thresholds.SHIPPED);
    private final Map<Integer, ScoredRoster> rosters = new HashMap<>();
    private final List<Post> plain;
    private final List<byte[]> records;

    private ScoringProcess() {
        List<SyntheticPost> posts = Posts.plain();
        plain = posts.stream().map(FromTopics::post).toList();
        records = posts.stream().map(post -> post.asRecord().value()).toList();
    }

    /**
     * Each line of input is a question, {@code roster SIZE}, {@code plain SIZE MILLIS}, {@code
     * naming SIZE MILLIS}, {@code control 0 MILLIS} or {@code swap SIZE}; the answer is a line of
     * {@link Compiled}, {@link CpuCost} or {@link SwapPause}.
     */
    public static void main(String[] args) throws InterruptedException {
        Line.say(Line.READY);
        ScoringProcess process = new ScoringProcess();
        for (String asked = Line.hear(); asked != null; asked = Line.hear()) {
            Line.say(process.answer(asked.trim().split(" ")));
        }
    }

    private String answer(String[] asked) throws InterruptedException {
        int size = Integer.parseInt(asked[1]);
        return switch (asked[0]) {
            case "roster" ->
                    rosters.computeIfAbsent(size, s -> new ScoredRoster(s, judge))
                            .compiled()
                            .toLine();
            case "plain" -> score(rosters.get(size), plain, PLAIN_BATCH, asked[2]).toLine();
            case "naming" ->
                    score(rosters.get(size), rosters.get(size).naming(), NAMING_BATCH, asked[2])
                            .toLine();
            case "control" ->
                    timer.time(millis(asked[2]), PLAIN_BATCH, this::readAndWrite).toLine();
            case "swap" -> swap(rosters.get(size)).toLine();
            default -> throw new IllegalArgumentException(asked[0]);
        };
    }

    private CpuCost score(ScoredRoster roster, List<Post> posts, int batch, String millis) {
        return timer.time(
                millis(millis), batch, number -> roster.score(posts.get(number % posts.size())));
    }

    private SwapPause swap(ScoredRoster roster) throws InterruptedException {
        long version = roster.version();
        int[] next = new int[1];
        SwapPause pause =
                SwapPause.watch(
                        roster::swap, () -> roster.score(plain.get(next[0]++ % plain.size())));
        if (roster.version() != version + 1) {
            throw new IllegalStateException("the roster was not swapped");
        }
        return pause;
    }

    /** Says whether something was written, so that the work can't be left out. */
    private boolean readAndWrite(int number) {
        try {
            byte[] post = records.get(number % records.size());
            return JSON.writeValueAsBytes(JSON.readTree(post)).length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration millis(String millis) {
        return Duration.ofMillis(Long.parseLong(millis));
    }
}
