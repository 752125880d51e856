package org.upstander.scoring.judgement;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Span;

/**
 * A public text as it is learnt from: a third as it is, the rest with a person in it where that
 * changes nothing: a harmless text may be addressed to anybody, an insult with "you" too. Without
 * that, a model would know long, heated, harmless talk to a named person from hardly anywhere.
 *
 * @param mention of the person who is spoken to; of nobody, where nobody is named
 */
record PublicPost(String text, Mention mention) {
    private static final String STAFF = "x";
    private static final String NAME = "Thessaly";
    private static final Pattern HANDLE = Pattern.compile("(?<!\\w)@[A-Za-z][\\w-]+");
    private static final Pattern YOU = Pattern.compile("(?i)\\byou(r|re|'re)?\\b");

    static PublicPost of(PublicSets.Text given) {
        String text = given.text();
        boolean addressable = given.attack() == 0 || YOU.matcher(text).find();
        if (!addressable || Math.floorMod(text.hashCode(), 3) == 0) {
            return new PublicPost(text, TrainingCorpus.nowhere(STAFF, PublicSets.isAnswer(text)));
        }
        Matcher handle = HANDLE.matcher(text);
        boolean has = handle.find();
        int at = has ? handle.start() : 0;
        String named =
                has
                        ? text.substring(0, at) + NAME + text.substring(handle.end())
                        : NAME + ", " + text;
        Span span = new Span(at, at + NAME.length());
        return new PublicPost(
                named,
                new Mention(STAFF, BindingKind.NAME, span, List.of(span), 1, false, false, null));
    }
}
