package org.upstander.scoring.binding;

import java.util.Arrays;
import java.util.Set;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** What stands around a place in a text, as far as it tells a name from a word. */
final class Surroundings {
    private static final Set<String> VERBS =
            wordSet(
                    "is was has had does did says said should can could would needs keeps thinks must"
                            + " never always just really still clearly isn wasn doesn didn couldn"
                            + " wouldn shouldn won will hasn can cant isnt please thank thanks gave"
                            + " got put drew wrote made took went came ran told sent left kept lost"
                            + " broke brought thought let set rang knew held sat stood paid from ist"
                            + " war hat es est a pas era sei foi tem heeft bent");
    private static final Set<String> KIN =
            wordSet(
                    "daughter son wife husband sister brother mother mum mom dad father aunt uncle"
                            + " cousin nephew niece grandma grandpa nan girlfriend boyfriend friend"
                            + " flatmate roommate neighbour neighbor dog cat puppy horse hamster prince"
                            + " princess saint st hurricane storm actor actress singer author");
    private static final Set<String> TIMES =
            wordSet("january april may june july august summer spring autumn winter dawn");
    private static final Set<String> TIME_CUES =
            wordSet(
                    "in since until till from to by of last next early late mid this every each before after");
    private static final Set<String> CLAUSE_STARTS =
            wordSet(
                    "and but because that since when if why so how lol hey hi yo "
                            + "ok thanks dear meanwhile although though says said thinks "
                            + "sorry und aber y pero mais et");
    private static final Set<String> INDEFINITE =
            wordSet(
                    "a an any another every no some as each one other many few "
                            + "two three former ein eine kein un una uno une um uma een "
                            + "geen");
    private static final Set<String> DEFINITE =
            wordSet(
                    "the our this that your their these those ze teh der die das "
                            + "dem den unser unsere el la los las il lo le les o os de het "
                            + "onze nuestro nuestra notre nosso nossa dear mr mrs ms");

    private static Set<String> wordSet(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }

    private final FoldedText text;
    private final Lexicon lexicon;
    private final boolean allLower;
    private final boolean allUpper;

    Surroundings(FoldedText text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
        int upper = 0;
        int lower = 0;
        String original = text.original();
        for (int i = 0; i < original.length(); i++) {
            upper += Character.isUpperCase(original.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(original.charAt(i)) ? 1 : 0;
        }
        allLower = upper <= lower / 100;
        allUpper = upper > 2 * lower;
    }

    boolean allLower() {
        return allLower;
    }

    boolean capital(int start) {
        return text.length() > start
                && Character.isUpperCase(text.original().charAt(text.origin(start)));
    }

    boolean isCommon(int start, int end) {
        return lexicon.isCommon(text.slice(start, end));
    }

    boolean addressed(int start) {
        return start > 0 && text.chars()[start - 1] == '@';
    }

    boolean sentenceStart(int start) {
        int at = start - 1;
        while (at >= 0 && " \"'\u2018\u201c(*>@-".indexOf(text.chars()[at]) >= 0) {
            // A folded line break is a space; the original still knows.
            if (isLineBreak(at)) {
                return true;
            }
            at--;
        }
        return at < 0 || ".!?:;\u2026".indexOf(text.chars()[at]) >= 0;
    }

    private boolean isLineBreak(int at) {
        return text.original().charAt(text.origin(at)) == '\n';
    }

    boolean possessive(int end) {
        return end + 1 < text.length()
                && (text.chars()[end] == '\'' || text.chars()[end] == '\u2019')
                && text.chars()[end + 1] == 's';
    }

    /** Called by name: "Will, stop it" or "stop it, will". */
    boolean vocative(int start, int end) {
        int before = skipBack(start - 1);
        int after = skip(end);
        boolean comma = after < text.length() && text.chars()[after] == ',';
        boolean stop = after >= text.length() || ".!?,".indexOf(text.chars()[after]) >= 0;
        boolean afterComma = before >= 0 && text.chars()[before] == ',';
        return comma && sentenceStart(start) || afterComma && stop;
    }

    boolean verbFollows(int end) {
        return VERBS.contains(wordAfter(end)) || possessive(end);
    }

    boolean pastVerbFollows(int end) {
        String next = wordAfter(end);
        return next.length() > 4 && next.endsWith("ed");
    }

    boolean clauseStarts(int start) {
        return sentenceStart(start) || CLAUSE_STARTS.contains(wordBefore(start));
    }

    /** "my dog Bart", "in May": somebody or something else that is called so. */
    boolean otherKind(int start, int end) {
        String before = wordBefore(start);
        return KIN.contains(before)
                || TIME_CUES.contains(before) && TIMES.contains(text.slice(start, end));
    }

    /** Whether the place lies inside a word, as in a hashtag of several words. */
    boolean insideWord(int start, int end) {
        return start > 0 && Folding.isWord(text.chars()[start - 1])
                || end < text.length() && Folding.isWord(text.chars()[end]);
    }

    /** "Will: pond scum", "Frank. Mate." */
    boolean announced(int end) {
        return end < text.length() && ":.".indexOf(text.chars()[end]) >= 0;
    }

    boolean indefinite(int start) {
        return INDEFINITE.contains(wordBefore(start));
    }

    boolean definite(int start) {
        return DEFINITE.contains(wordBefore(start));
    }

    /** Inside a longer account name, address or link: the place belongs to something else. */
    boolean partOfHandle(int start, int end) {
        char before = start > 0 ? text.chars()[start - 1] : ' ';
        char after = end < text.length() ? text.chars()[end] : ' ';
        char beyond = end + 1 < text.length() ? text.chars()[end + 1] : ' ';
        char earlier = start > 1 ? text.chars()[start - 2] : ' ';
        boolean tail = after == '_' || (".-@/".indexOf(after) >= 0 && Folding.isWord(beyond));
        boolean head = before == '_' || (".-/".indexOf(before) >= 0 && Folding.isWord(earlier));
        boolean mail = before == '@' && Folding.isWord(earlier);
        return (tail && !hyphenatedWord(end)) || (head && before != '-') || mail;
    }

    /** "Dana-bashing" still names Dana; "Dana-Marie" is somebody else. */
    private boolean hyphenatedWord(int end) {
        return text.chars()[end] == '-' && !capital(end + 1);
    }

    /** The word right after one space, or an empty string. */
    String wordAfter(int end) {
        int at = end;
        if (at < text.length() && text.chars()[at] == ' ') {
            at++;
        }
        return wordFrom(at);
    }

    int nextWordStart(int end) {
        return end + 1 < text.length()
                        && text.chars()[end] == ' '
                        && Folding.isWord(text.chars()[end + 1])
                ? end + 1
                : -1;
    }

    int wordEnd(int start) {
        int to = start;
        while (to < text.length() && Folding.isWord(text.chars()[to])) {
            to++;
        }
        return to;
    }

    /** Where the word right before one space starts, or -1. */
    int previousWordStart(int start) {
        int at = start - 2;
        if (at < 0 || text.chars()[start - 1] != ' ' || !Folding.isWord(text.chars()[at])) {
            return -1;
        }
        while (at > 0 && Folding.isWord(text.chars()[at - 1])) {
            at--;
        }
        return at;
    }

    private String wordFrom(int at) {
        int to = wordEnd(at);
        return at < to ? text.slice(at, to) : "";
    }

    private String wordBefore(int start) {
        int at = previousWordStart(start);
        return at < 0 ? "" : wordFrom(at);
    }

    String slice(int start, int end) {
        return text.slice(start, end);
    }

    String originalSlice(int start, int end) {
        var span = text.originalSpan(start, end);
        return text.original().substring(span.start(), span.end());
    }

    boolean allUpper() {
        return allUpper;
    }

    private int skip(int at) {
        int i = at;
        while (i < text.length() && text.chars()[i] == ' ') {
            i++;
        }
        return i;
    }

    private int skipBack(int at) {
        int i = at;
        while (i >= 0 && text.chars()[i] == ' ') {
            i--;
        }
        return i;
    }
}
