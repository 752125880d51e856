package org.upstander.scoring.binding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.upstander.bench.scoring.FromTopics;
import org.upstander.bench.scoring.Posts;
import org.upstander.bench.traffic.Person;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * Who is meant, by the size of the roster. Here because the finder of names is the package's own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BindingPieces {

    @Param({"10", "1000", "100000"})
    public int staff;

    @Param({"nobody", "somebody"})
    public String named;

    private final List<Post> posts = new ArrayList<>();
    private final List<FoldedText> texts = new ArrayList<>();
    private NameFinder names;
    private Binder binder;
    private int next;

    @Setup
    public void prepare() {
        List<Person> people = Posts.staff(staff);
        (named.equals("nobody") ? Posts.plain() : Posts.naming(people))
                .forEach(post -> posts.add(FromTopics.post(post)));
        Folding folding = new Folding();
        posts.forEach(post -> texts.add(folding.fold(post.text())));
        List<StaffMember> members = people.stream().map(FromTopics::member).toList();
        Lexicon lexicon = Lexicon.shipped();
        IdentifierHash hash =
                new IdentifierHash("bench-identifier-key".getBytes(StandardCharsets.UTF_8));
        binder = new RosterCompiler(lexicon, hash).compile(members);
        names = new NameFinder(table(members), lexicon);
    }

    @Benchmark
    public Object findNames() {
        return names.find(texts.get(next++ % texts.size()));
    }

    @Benchmark
    public Object bind() {
        int number = next++ % posts.size();
        return binder.bind(posts.get(number), texts.get(number));
    }

    private static NameTable table(List<StaffMember> members) {
        NameTable.Builder names = new NameTable.Builder();
        for (int i = 0; i < members.size(); i++) {
            Aliases.of(members.get(i), i, names::put);
        }
        return names.build();
    }
}
