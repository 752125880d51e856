package org.upstander.scoring.binding;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.text.Folding;

/** Words that stand for a person, in the languages that occur. */
enum Pronouns {
    /** They address the reader. */
    SECOND(
            "you your yours yourself u ur ya ye youre du dich dir dein deine deinen ihnen ihr tu te"
                    + " toi ton tes vous votre vos usted ti tuyo tuya eres voce sua seu sei lei tua"
                    + " tuo je jij jou jouw jullie"),
    /** They speak of somebody. */
    THIRD(
            "she he her him his hers herself himself they them their elle il lui ella el ele ela"
                    + " dele dela er sie ihm ihn sein hij zij hem haar zijn");

    private final Set<Integer> hashes;

    Pronouns(String words) {
        hashes =
                Stream.of(words.split(" "))
                        .map(Folding::hash)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The first such word, or null. */
    Span first(FoldedText text) {
        FoldedText.Tokens tokens = text.tokens();
        for (int t = 0; t < tokens.count(); t++) {
            if (hashes.contains(tokens.hashes()[t])) {
                return text.originalSpan(tokens.starts()[t], tokens.ends()[t]);
            }
        }
        return null;
    }
}
