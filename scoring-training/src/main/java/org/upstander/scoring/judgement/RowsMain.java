package org.upstander.scoring.judgement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.upstander.scoring.text.Lexicon;

/**
 * Writes what an encoder learns from as numbers, for {@code gpu/}, where teachers are trained: a
 * row for each person whom a post means, and for each public text. No text is in it but as ids of
 * word pieces.
 *
 * <p>Columns, by tabs: {@code bound}, {@code missed} or {@code public}; part or set; id of the
 * post, or the text's number in its set; id of its twin or {@code null}; member of staff; verdict,
 * -1 to 3; 1 for an attack; weight; key of the twins or {@code null}; {@code spam}, {@code open}
 * and {@code certain} where they hold; ids of the pieces; their types; 1 where a piece is the
 * person; categories and severities, {@code x} where not known; 1 where a piece is evidence, or
 * nothing.
 *
 * <p>Arguments: corpus, public data, a suite's directory, the file to write.
 */
public final class RowsMain {
    private final EncoderRows rows;
    private final PrintWriter out;

    private RowsMain(EncoderRows rows, PrintWriter out) {
        this.rows = rows;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Lexicon lexicon = Lexicon.shipped();
        Path suite = Path.of(args[2]);
        byte[] vocabulary = new EncoderVocabulary(EncoderKind.BGE).bytes();
        try (EncoderTokenizer tokenizer =
                        new EncoderTokenizer(new ByteArrayInputStream(vocabulary));
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[3])))) {
            RowsMain main = new RowsMain(new EncoderRows(tokenizer, Teachers.none(), true), out);
            TrainingCorpus.readAll(Path.of(args[0]), lexicon, Integer.MAX_VALUE)
                    .forEach((part, cases) -> cases.forEach(c -> main.write(part, c)));
            TrainingCorpus.read(
                            suite.resolve("dev.jsonl"), suite.resolve("roster-dev.json"), lexicon)
                    .forEach(c -> main.write("dev", c));
            main.write(new PublicSets(Path.of(args[1])).attacks());
            if (out.checkError()) {
                throw new IOException("Cannot write " + args[3]);
            }
        }
    }

    private void write(String part, TrainingCorpus.Case c) {
        int bound = c.mentions().size();
        var missed = c.missed();
        var all = rows.all(c);
        for (int i = 0; i < all.size(); i++) {
            boolean isBound = i < bound;
            var mention = isBound ? c.mentions().get(i) : missed.get(i - bound).mention();
            write(
                    isBound ? "bound" : "missed",
                    part,
                    c.given().id(),
                    c.given().pair(),
                    mention.staffId(),
                    all.get(i),
                    (c.given().spam() ? "spam " : "")
                            + (c.given().isOpen() ? "open " : "")
                            + (mention.protectedKind() != null ? "certain" : ""));
        }
    }

    private void write(Map<String, List<PublicSets.Text>> sets) {
        sets.forEach(
                (set, texts) -> {
                    for (int i = 0; i < texts.size(); i++) {
                        PublicSets.Text text = texts.get(i);
                        if (EncoderRows.isRead(text)) {
                            EncoderRow row = rows.publicRow(text, 1);
                            write("public", set, String.valueOf(i), null, "x", row, "");
                        }
                    }
                });
    }

    private void write(
            String kind,
            String part,
            String id,
            String twin,
            String staff,
            EncoderRow row,
            String flags) {
        EncoderTokens tokens = row.tokens();
        out.println(
                String.join(
                        "\t",
                        kind,
                        part,
                        id,
                        String.valueOf(twin),
                        staff,
                        String.valueOf(row.verdict()),
                        String.valueOf(row.attack()),
                        String.valueOf(row.weight()),
                        String.valueOf(row.twins()),
                        flags,
                        ids(tokens),
                        digits(tokens, i -> (int) tokens.types()[i]),
                        digits(tokens, i -> tokens.target()[i] ? 1 : 0),
                        details(row.details()),
                        row.evidence() == null ? "" : digits(tokens, i -> row.evidence()[i])));
    }

    private static String ids(EncoderTokens tokens) {
        return IntStream.range(0, tokens.count())
                .mapToObj(i -> String.valueOf(tokens.ids()[i]))
                .collect(Collectors.joining(","));
    }

    private static String digits(EncoderTokens tokens, IntUnaryOperator digit) {
        return IntStream.range(0, tokens.count())
                .map(digit)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
    }

    private static String details(byte[] details) {
        return IntStream.range(0, details.length)
                .mapToObj(i -> details[i] < 0 ? "x" : String.valueOf(details[i]))
                .collect(Collectors.joining());
    }
}
