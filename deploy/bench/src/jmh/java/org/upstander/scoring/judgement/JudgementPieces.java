package org.upstander.scoring.judgement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.upstander.bench.scoring.FromTopics;
import org.upstander.bench.scoring.Posts;
import org.upstander.bench.traffic.Person;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Thresholds;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * What every post takes beside binding, and one reading of the encoder, which is the package's own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgementPieces {

    /** A post of two or three sentences. */
    private static final int PIECES = 40;

    private final Folding folding = new Folding();
    private TargetJudge judge;
    private EncoderModel encoder;
    private List<Post> plain;
    private List<FoldedText> texts;
    private Input input;
    private int next;

    /** What the encoder is given. */
    private record Input(Post post, MarkedText marked, Mention target, List<Mention> all) {}

    @Setup
    public void prepare() throws IOException {
        judge = TargetJudge.shipped(Thresholds.SHIPPED);
        encoder = EncoderModel.shipped();
        plain = Posts.plain().stream().map(FromTopics::post).toList();
        texts = plain.stream().map(post -> folding.fold(post.text())).toList();
        input = ofPieces(PIECES);
    }

    @Benchmark
    public FoldedText fold() {
        return folding.fold(plain.get(next++ % plain.size()).text());
    }

    @Benchmark
    public boolean spam() {
        int number = next++ % plain.size();
        return judge.isSpam(plain.get(number), texts.get(number));
    }

    @Benchmark
    public Object encoderReads40Pieces() {
        return encoder.read(input.post(), input.marked(), input.target(), input.all());
    }

    /** Everyday words are added, one piece each, until it is as long as it should be. */
    private Input ofPieces(int pieces) throws IOException {
        Person person = Posts.staff(1).get(0);
        IdentifierHash hash =
                new IdentifierHash("bench-identifier-key".getBytes(StandardCharsets.UTF_8));
        var binder =
                new RosterCompiler(Lexicon.shipped(), hash)
                        .compile(List.of(FromTopics.member(person)));
        try (InputStream vocabulary =
                        EncoderModel.class.getResourceAsStream(EncoderModel.VOCABULARY);
                EncoderTokenizer tokenizer = new EncoderTokenizer(vocabulary)) {
            StringBuilder words = new StringBuilder(person.name() + " got this ruling wrong.");
            while (true) {
                Post post = alone(words.toString());
                FoldedText text = folding.fold(post.text());
                List<Mention> all = binder.bind(post, text).mentions();
                Mention target = all.get(0);
                MarkedText marked = new MarkedText(text, target, all);
                int count = tokenizer.cut(new EncoderText(post, marked, target, all)).count();
                if (count == pieces) {
                    return new Input(post, marked, target, all);
                }
                if (count > pieces) {
                    throw new IllegalStateException(count + " pieces: " + words);
                }
                words.append(" again");
            }
        }
    }

    /** Without a thread, whose title the encoder would read too. */
    private static Post alone(String text) {
        return new Post(null, null, "forum", "1", null, null, null, text, false, null, null, null);
    }
}
