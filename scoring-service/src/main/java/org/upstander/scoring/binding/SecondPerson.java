package org.upstander.scoring.binding;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.text.Folding;

/** Words that address the reader, in the languages that occur. */
final class SecondPerson {
    private static final Set<Integer> HASHES =
            Stream.of(
                            ("you your yours yourself u ur ya ye youre du dich dir dein deine deinen"
                                            + " ihnen ihr tu te toi ton tes vous votre vos usted ti tuyo"
                                            + " tuya eres voce sua seu sei lei tua tuo je jij jou jouw jullie")
                                    .split(" "))
                    .map(Folding::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private SecondPerson() {}

    /** The first such word, or null. */
    static Span first(FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        for (int t = 0; t < tokens.count(); t++) {
            if (HASHES.contains(tokens.hashes()[t])) {
                return text.originalSpan(tokens.starts()[t], tokens.ends()[t]);
            }
        }
        return null;
    }
}
