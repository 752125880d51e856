package org.upstander.scoring.binding;

import java.util.HashSet;
import java.util.Set;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** What stands around a place in a text, as far as it tells a name from a word. */
final class Surroundings {
    private static final int MOST_BETWEEN = 12;
    private static final int NEAR = 40;
    private static final String QUOTES = "\"'\u2018\u201c";

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
        while (at >= 0
                && (" \"'\u2018\u201c(*>@-".indexOf(text.chars()[at]) >= 0
                        || Character.isSurrogate(text.chars()[at]))) {
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
        boolean stop = after >= text.length() || ".!?,:".indexOf(text.chars()[after]) >= 0;
        boolean afterComma = before >= 0 && text.chars()[before] == ',';
        return comma && sentenceStart(start) || afterComma && stop;
    }

    boolean verbFollows(int end) {
        return CueWords.VERBS.contains(wordAfter(end)) || possessive(end);
    }

    /** "Will locked it", "Will locks it": what looks like a verb of the third person. */
    boolean inflectedVerbFollows(int end) {
        String next = wordAfter(end);
        return next.length() > 3
                && !CueWords.NO_VERBS.contains(next)
                && (next.endsWith("ed") || next.endsWith("s") || next.endsWith("ly"));
    }

    /** "Hunter you mad dog", but not "Will you listen". */
    boolean addressFollows(int start, int end) {
        return CueWords.ADDRESSED.contains(wordAfter(end))
                && !CueWords.BEFORE_YOU.contains(slice(start, end));
    }

    /**
     * "Bill in support", "Grant and Sue", "Jade borr\u00f3": what stands behind names, not behind
     * words.
     */
    boolean nameIsContinued(int end) {
        String next = wordAfter(end);
        int start = nextWordStart(end);
        return CueWords.BESIDE_A_NAME.contains(next)
                || start >= 0 && next.length() > 2 && !capital(start) && !lexicon.isCommon(next);
    }

    /** "both Marks": everybody who has the name. */
    boolean everybody(int start) {
        return CueWords.EVERYBODY.contains(wordBefore(start));
    }

    /** "night mod Dana": a name right behind a role. */
    boolean nextTo(int roleEnd, int nameStart) {
        return nameStart == roleEnd + 1 && text.chars()[roleEnd] == ' ';
    }

    /** "Bruno, the moderator,", "Robin (the mod)", "Drew the judge": a role right behind a name. */
    boolean apposed(int nameEnd, int roleStart, int roleEnd) {
        if (roleStart <= nameEnd || roleStart - nameEnd > MOST_BETWEEN) {
            return false;
        }
        String between = slice(nameEnd, roleStart);
        boolean closed = roleEnd >= text.length() || ",.)!?-".indexOf(text.chars()[roleEnd]) >= 0;
        String words = between.replaceAll("[^\\p{L} ]", "").strip();
        boolean article = words.isEmpty() || CueWords.DEFINITE.contains(words);
        return article && (closed || between.indexOf(',') < 0) && between.indexOf('.') < 0;
    }

    /** The words within a few words' reach, folded. */
    Set<String> wordsNear(int start, int end) {
        Set<String> words = new HashSet<>();
        FoldedText.Tokens tokens = text.tokens();
        for (int t = 0; t < tokens.count(); t++) {
            if (tokens.ends()[t] > start - NEAR && tokens.starts()[t] < end + NEAR) {
                words.add(text.slice(tokens.starts()[t], tokens.ends()[t]));
            }
        }
        return words;
    }

    boolean clauseStarts(int start) {
        return sentenceStart(start) || CueWords.CLAUSE_STARTS.contains(wordBefore(start));
    }

    /** "my dog Bart", "in May": somebody or something else that is called so. */
    boolean otherKind(int start, int end) {
        String before = wordBefore(start);
        return CueWords.KIN.contains(before)
                || CueWords.TIME_CUES.contains(before)
                        && CueWords.TIMES.contains(text.slice(start, end))
                        && !possessive(end);
    }

    /** Whether the place lies inside a word, as in a hashtag of several words. */
    boolean insideWord(int start, int end) {
        return start > 0 && Folding.isWord(text.chars()[start - 1])
                || end < text.length() && Folding.isWord(text.chars()[end]);
    }

    /** "Will: pond scum", "Frank. Mate.", "Chase?", "Rose = a snake", or a picture. */
    boolean announced(int end) {
        int at = skip(end);
        if (at >= text.length()) {
            return false;
        }
        char next = text.chars()[at];
        return ":.?=(\u2013\u2014".indexOf(next) >= 0 || Character.isSurrogate(next);
    }

    /** "#FireDanaNow", "SmackDrew": a name whose capital parts it from the word it lies in. */
    boolean parted(int start, int end) {
        boolean atHump = start > 0 && Canonical.isHump(text, start);
        boolean atTag = start > 0 && text.chars()[start - 1] == '#';
        boolean endsAtHump =
                end >= text.length()
                        || !Folding.isWord(text.chars()[end])
                        || Canonical.isHump(text, end);
        return (atHump || atTag) && endsAtHump;
    }

    /** "let rich draw": said of people. */
    boolean personBefore(int start) {
        return CueWords.BEFORE_A_NAME.contains(wordBefore(start));
    }

    boolean indefinite(int start) {
        return CueWords.INDEFINITE.contains(wordBefore(start));
    }

    boolean definite(int start) {
        return CueWords.DEFINITE.contains(wordBefore(start));
    }

    /** "our beloved founder". */
    boolean definiteWithAdjective(int start) {
        int before = previousWordStart(start);
        return before > 0 && !capital(before) && definite(before) && !indefinite(start);
    }

    /** "REF????", "[a rat] ref": nothing else in the sentence. */
    boolean alone(int start, int end) {
        int after = skip(end);
        return sentenceStart(start)
                && (after >= text.length() || !Folding.isWord(text.chars()[after]));
    }

    /** Written in capitals among small letters. */
    boolean isAcronym(int start, int end) {
        String original = originalSlice(start, end);
        return !allUpper && end - start > 1 && end - start < 4 && isUpper(original);
    }

    private static boolean isUpper(String text) {
        return text.chars().allMatch(Character::isUpperCase);
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

    /** The word before, a quotation mark between them or not. */
    private String wordBefore(int start) {
        int quoted = start > 0 && QUOTES.indexOf(text.chars()[start - 1]) >= 0 ? start - 1 : start;
        int at = previousWordStart(quoted);
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
