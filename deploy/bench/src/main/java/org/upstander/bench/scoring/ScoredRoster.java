package org.upstander.bench.scoring;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.upstander.bench.traffic.Person;
import org.upstander.scoring.application.Judge;
import org.upstander.scoring.application.LiveRoster;
import org.upstander.scoring.application.ScorePosts;
import org.upstander.scoring.application.ScoringMetrics;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Scoring as the service wires it, with a roster of some size. */
public final class ScoredRoster {

    private static final byte[] KEY =
            "bench-identifier-key-0123456789".getBytes(StandardCharsets.UTF_8);

    private final LiveRoster roster =
            new LiveRoster(new RosterCompiler(Lexicon.shipped(), new IdentifierHash(KEY)));
    private final List<StaffMember> staff;
    private final List<Post> naming;
    private final ScorePosts scoring;
    private final Compiled compiled;

    public ScoredRoster(int size, Judge judge) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        scoring = new ScorePosts(new Folding(), roster, judge, ScoringMetrics.NOOP);
        List<Person> people = Posts.staff(size);
        naming = Posts.naming(people).stream().map(FromTopics::post).toList();
        long before = Heap.usedAfterCollection();
        staff = people.stream().map(FromTopics::member).toList();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        roster.replace(staff);
        wall = System.nanoTime() - wall;
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        compiled = new Compiled(cpu, wall, Heap.usedAfterCollection() - before);
        // Or they would count as freed meanwhile.
        Reference.reachabilityFence(people);
    }

    Compiled compiled() {
        return compiled;
    }

    /** Compiles the same people anew and swaps. */
    void swap() {
        roster.replace(staff);
    }

    long version() {
        return roster.current().version();
    }

    /** Scores; returns whether somebody was meant. */
    public boolean score(Post post) {
        return !scoring.score(post).assessments().isEmpty();
    }

    /** The posts that name its people. */
    public List<Post> naming() {
        return naming;
    }

    /** Its people. */
    public List<StaffMember> staff() {
        return staff;
    }
}
