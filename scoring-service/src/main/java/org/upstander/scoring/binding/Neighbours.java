package org.upstander.scoring.binding;

import java.util.HashSet;
import java.util.Set;
import org.upstander.scoring.domain.FoldedText;

/** What the words beside a place say of it: whether it is a name, and whose. */
final class Neighbours {
    private static final int MOST_BETWEEN = 12;
    private static final int NEAR = 40;

    private final Surroundings around;
    private final FoldedText text;

    Neighbours(Surroundings around) {
        this.around = around;
        this.text = around.text();
    }

    boolean verbFollows(int end) {
        return CueWords.VERBS.contains(around.wordAfter(end)) || around.possessive(end);
    }

    /** "Will locked it", "Will locks it": what looks like a verb of the third person. */
    boolean inflectedVerbFollows(int end) {
        String next = around.wordAfter(end);
        return next.length() > 3
                && !CueWords.NO_VERBS.contains(next)
                && (next.endsWith("ed") || next.endsWith("s") || next.endsWith("ly"));
    }

    /** "Hunter you mad dog", but not "Will you listen". */
    boolean addressFollows(int start, int end) {
        return CueWords.ADDRESSED.contains(around.wordAfter(end))
                && !CueWords.BEFORE_YOU.contains(around.slice(start, end));
    }

    /**
     * "Bill in support", "Grant and Sue", "Jade borr\u00f3": what stands behind names, not behind
     * words.
     */
    boolean nameIsContinued(int end) {
        String next = around.wordAfter(end);
        int start = around.nextWordStart(end);
        return CueWords.BESIDE_A_NAME.contains(next)
                || start >= 0
                        && next.length() > 2
                        && !around.capital(start)
                        && !around.isCommon(start, start + next.length());
    }

    /** "both Marks": everybody who has the name. */
    boolean everybody(int start) {
        return CueWords.EVERYBODY.contains(around.wordBefore(start));
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
        String between = around.slice(nameEnd, roleStart);
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
        return around.sentenceStart(start)
                || CueWords.CLAUSE_STARTS.contains(around.wordBefore(start));
    }

    /**
     * "my dog Bart", "in May": somebody or something else that is called so; but "our friend Bart"
     * is said of him.
     */
    boolean otherKind(int start, int end, boolean common) {
        String before = around.wordBefore(start);
        if (before.equals("friend")
                && around.wordBefore(around.previousWordStart(start)).equals("our")) {
            return false;
        }
        return CueWords.KIN.contains(before)
                || common && CueWords.TITLES.contains(before)
                || CueWords.TIME_CUES.contains(before)
                        && CueWords.TIMES.contains(text.slice(start, end))
                        && !around.possessive(end);
    }

    /** "Will: pond scum", "Frank. Mate.", "Chase?", "Rose = a snake", or a picture. */
    boolean announced(int end) {
        int at = around.skip(end);
        if (at >= text.length()) {
            return false;
        }
        char next = text.chars()[at];
        return ":.?=(\u2013\u2014".indexOf(next) >= 0 || Character.isSurrogate(next);
    }

    /** "pepper stewpid": a word that nobody knows stands behind names rather than words. */
    boolean oddWordFollows(int end) {
        String next = around.wordAfter(end);
        int start = around.nextWordStart(end);
        return start >= 0 && next.length() > 3 && !around.isCommon(start, start + next.length());
    }

    /** "Bryn Road", "linden lane": a place that is called so. */
    boolean placeFollows(int end) {
        int next = around.nextWordStart(end);
        return next >= 0
                && (around.capital(next)
                        ? CueWords.PLACES.contains(around.wordAfter(end))
                        : around.allLower() && CueWords.STREETS.contains(around.wordAfter(end)));
    }

    /** "the mod desk": nobody in particular. */
    boolean thingFollows(int end) {
        return CueWords.THINGS.contains(around.wordAfter(end));
    }

    /** "dear autumn", "sorry buck for the caps". */
    boolean greeted(int start) {
        int before = around.previousWordStart(start);
        return before >= 0
                && CueWords.GREETINGS.contains(around.wordBefore(start))
                && around.sentenceStart(before);
    }

    /** "let rich draw": said of people. */
    boolean personBefore(int start) {
        return CueWords.BEFORE_A_NAME.contains(around.wordBefore(start));
    }

    boolean indefinite(int start) {
        return CueWords.INDEFINITE.contains(around.wordBefore(start));
    }

    /** "the brook", "a bodkin", "the old piers with": things, where they are written small. */
    boolean article(int start, int end) {
        if (CueWords.ARTICLES.contains(around.wordBefore(start))) {
            return true;
        }
        int before = around.previousWordStart(start);
        return before > 0
                && around.nextWordStart(end) >= 0
                && CueWords.ARTICLES.contains(around.wordBefore(before));
    }

    /** "florn = a fool". */
    boolean equated(int end) {
        int at = around.skip(end);
        return at < text.length() && text.chars()[at] == '=';
    }

    boolean definite(int start) {
        return CueWords.DEFINITE.contains(around.wordBefore(start));
    }

    /** "our beloved founder". */
    boolean definiteWithAdjective(int start) {
        int before = around.previousWordStart(start);
        return before > 0 && !around.capital(before) && definite(before) && !indefinite(start);
    }
}
