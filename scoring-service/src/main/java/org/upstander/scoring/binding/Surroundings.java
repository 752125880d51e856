package org.upstander.scoring.binding;

import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** What stands around a place in a text, as far as it tells a name from a word. */
final class Surroundings {
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

    /** "@dana", and "u/dana" as some forums write it. */
    boolean addressed(int start) {
        if (start == 0) {
            return false;
        }
        char before = text.chars()[start - 1];
        return before == '@'
                || before == '/'
                        && start > 1
                        && text.chars()[start - 2] == 'u'
                        && (start == 2 || !Folding.isWord(text.chars()[start - 3]));
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

    /** Whether the place lies inside a word, as in a hashtag of several words. */
    boolean insideWord(int start, int end) {
        return start > 0 && Folding.isWord(text.chars()[start - 1])
                || end < text.length() && Folding.isWord(text.chars()[end]);
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
        return (tail && !hyphenatedWord(end))
                || (head && before != '-' && !addressed(start))
                || mail;
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
    String wordBefore(int start) {
        int quoted = start > 0 && QUOTES.indexOf(text.chars()[start - 1]) >= 0 ? start - 1 : start;
        int at = previousWordStart(quoted);
        return at < 0 ? "" : wordFrom(at);
    }

    FoldedText text() {
        return text;
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

    /** The next character that is no space. */
    int skip(int at) {
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
