package org.upstander.scoring.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.suite.SuiteCase.Expectation;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/**
 * How many of the corpus's attacked people the binder finds, and how many it takes to be meant who
 * are not. What is not found is lost before it is judged; who is found wrongly is still judged.
 */
class CorpusBindingTest {
    private static final Path CORPUS = Path.of("corpus");
    private static final double LEAST_FOUND = 0.965;
    private static final double MOST_WRONG = 0.02;

    private int attacked;
    private int missed;
    private int bound;
    private int wrong;

    @Test
    void shouldFindWhoIsAttackedAndHardlyAnybodyElse() throws IOException {
        for (Path part : parts()) {
            count(part);
        }

        System.out.printf(
                "corpus: %d attacked, %d not bound; %d mentions, %d of people who are not meant%n",
                attacked, missed, bound, wrong);
        assertThat(1 - missed / (double) attacked).isGreaterThan(LEAST_FOUND);
        assertThat(wrong / (double) bound).isLessThan(MOST_WRONG);
    }

    private static List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList());
        }
    }

    private void count(Path part) {
        String name = part.getFileName().toString().replace(".jsonl", "");
        Path roster = CORPUS.resolve(name + "-roster.json");
        Binder binder =
                new RosterCompiler(Lexicon.shipped(), RosterReader.HASH)
                        .compile(RosterReader.read(roster));
        Folding folding = new Folding();
        for (SuiteCase one : SuiteReader.read(part)) {
            FoldedText text = folding.fold(one.post().text());
            Set<String> meant =
                    binder.bind(one.post(), text).mentions().stream()
                            .map(Mention::staffId)
                            .collect(Collectors.toSet());
            bound += meant.size();
            for (Expectation label : one.expectations()) {
                boolean found = meant.remove(label.staff());
                attacked += label.isAttack() ? 1 : 0;
                missed += label.isAttack() && !found ? 1 : 0;
            }
            wrong += meant.size();
        }
    }
}
