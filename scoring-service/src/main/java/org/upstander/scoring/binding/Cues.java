package org.upstander.scoring.binding;

import org.upstander.scoring.binding.Alias.Kind;

/**
 * Decides whether a place that reads like somebody's name is one. Uncommon names are taken as they
 * are; names that are everyday words, initials, roles and misspellings need a cue.
 */
final class Cues {
    private final Surroundings around;
    private final Neighbours beside;
    private final OwnWords ownWords;

    /**
     * @param ownWords for each of the staff, the words of their names
     */
    Cues(Surroundings around, Neighbours beside, OwnWords ownWords) {
        this.around = around;
        this.beside = beside;
        this.ownWords = ownWords;
    }

    boolean accepts(Hit hit, Alias alias) {
        if (alias.kind() == Kind.HANDLE) {
            return handle(hit, alias);
        }
        if (around.partOfHandle(hit.start(), hit.end())) {
            return false;
        }
        if (hit.misspelt()) {
            return misspelt(hit, alias);
        }
        return switch (alias.kind()) {
            case FULL -> true;
            case ROLE -> role(hit);
            case INITIALS -> initials(hit, alias);
            default -> name(hit, alias);
        };
    }

    private boolean handle(Hit hit, Alias alias) {
        boolean exact = around.slice(hit.start(), hit.end()).equals(alias.exact());
        if (!exact || around.partOfHandle(hit.start(), hit.end())) {
            return false;
        }
        return around.addressed(hit.start()) || !around.isCommon(hit.start(), hit.end());
    }

    private boolean role(Hit hit) {
        if (beside.thingFollows(hit.end())) {
            return false;
        }
        if (around.addressed(hit.start())
                || beside.definite(hit.start())
                || beside.definiteWithAdjective(hit.start())
                || around.isAcronym(hit.start(), hit.end()) && !beside.indefinite(hit.start())
                || around.alone(hit.start(), hit.end())) {
            return true;
        }
        boolean severalWords = around.slice(hit.start(), hit.end()).indexOf(' ') > 0;
        boolean first = around.sentenceStart(hit.start());
        return !beside.indefinite(hit.start())
                && ((severalWords || first) && beside.verbFollows(hit.end())
                        || severalWords && first
                        || around.vocative(hit.start(), hit.end()));
    }

    private boolean initials(Hit hit, Alias alias) {
        boolean exact = around.originalSlice(hit.start(), hit.end()).equals(alias.exact());
        return exact
                && !around.allUpper()
                && !beside.indefinite(hit.start())
                && !beside.definite(hit.start())
                && (strong(hit)
                        || beside.inflectedVerbFollows(hit.end())
                        || (alias.exact().length() > 2 || !around.sentenceStart(hit.start()))
                                && (!around.isCommon(hit.start(), hit.end())
                                        || around.nextWordStart(hit.end()) < 0));
    }

    private boolean name(Hit hit, Alias alias) {
        if (around.addressed(hit.start())) {
            return true;
        }
        boolean common = isCommon(hit, alias);
        if (around.insideWord(hit.start(), hit.end())) {
            return !common || around.parted(hit.start(), hit.end());
        }
        if (!alias.isPlural() && isAnother(hit, alias)
                || beside.otherKind(hit.start(), hit.end(), common)
                || !alias.isPlural() && beside.placeFollows(hit.end())) {
            return false;
        }
        boolean small = !around.capital(hit.start());
        if (small && !around.allLower() && beside.article(hit.start(), hit.end())) {
            return false;
        }
        if (!common) {
            return alias.kind() != Kind.DERIVED_SURNAME
                    || around.capital(hit.start())
                    || around.allLower()
                    || strong(hit);
        }
        if (small) {
            return lowerCaseWord(hit, alias);
        }
        if (around.sentenceStart(hit.start()) || around.allUpper()) {
            return capitalAnyway(hit, alias);
        }
        return true;
    }

    private boolean isCommon(Hit hit, Alias alias) {
        boolean plural = alias.isPlural();
        return around.isCommon(hit.start(), hit.end())
                || plural && around.isCommon(hit.start(), hit.end() - 1);
    }

    /** "will is an idiot", "stop it, will": an everyday word without a capital. */
    private boolean lowerCaseWord(Hit hit, Alias alias) {
        if (alias.kind() == Kind.DERIVED_SURNAME) {
            return false;
        }
        if (around.allLower() && beside.greeted(hit.start())) {
            return true;
        }
        if (beside.definite(hit.start())) {
            return false;
        }
        return around.vocative(hit.start(), hit.end())
                || around.allLower()
                        && beside.clauseStarts(hit.start())
                        && !alias.isPlural()
                        && (beside.verbFollows(hit.end())
                                || beside.inflectedVerbFollows(hit.end())
                                || beside.addressFollows(hit.start(), hit.end())
                                || beside.oddWordFollows(hit.end())
                                || beside.announced(hit.end()))
                || around.allLower() && beside.personBefore(hit.start())
                || around.possessive(hit.end()) && !beside.indefinite(hit.start());
    }

    /** A capital that the beginning of a sentence would give to any word. */
    private boolean capitalAnyway(Hit hit, Alias alias) {
        if (alias.kind() == Kind.DERIVED_SURNAME) {
            return false;
        }
        return alias.kind() != Kind.DERIVED
                && !alias.isPlural()
                && (strong(hit)
                        || beside.inflectedVerbFollows(hit.end())
                        || beside.addressFollows(hit.start(), hit.end())
                        || beside.nameIsContinued(hit.end())
                        || beside.announced(hit.end()));
    }

    private boolean strong(Hit hit) {
        return around.addressed(hit.start())
                || around.vocative(hit.start(), hit.end())
                || beside.verbFollows(hit.end());
    }

    private boolean misspelt(Hit hit, Alias alias) {
        if (around.addressed(hit.start())) {
            return true;
        }
        boolean cued =
                around.capital(hit.start())
                        || around.vocative(hit.start(), hit.end())
                        || ownWordFollows(hit, alias)
                        || around.allLower()
                                && (beside.verbFollows(hit.end())
                                        || beside.equated(hit.end())
                                        || beside.addressFollows(hit.start(), hit.end()))
                                && !beside.definite(hit.start())
                                && !beside.indefinite(hit.start());
        return cued && !isAnother(hit, alias);
    }

    /** "brunno taparoiz": both names a little wrong are hardly somebody else's. */
    private boolean ownWordFollows(Hit hit, Alias alias) {
        int next = around.nextWordStart(hit.end());
        return next >= 0 && isOwn(around.slice(next, around.wordEnd(next)), alias);
    }

    /** Jules Verne is not our Jules, and Stephen King not our King. */
    private boolean isAnother(Hit hit, Alias alias) {
        if (around.allUpper()) {
            return false;
        }
        int next = around.nextWordStart(hit.end());
        if (next >= 0 && around.capital(next) && foreign(next, alias, true)) {
            return true;
        }
        boolean surname = alias.kind() == Kind.SURNAME || alias.kind() == Kind.DERIVED_SURNAME;
        int previous = around.previousWordStart(hit.start());
        return surname
                && previous >= 0
                && around.capital(previous)
                && !CueWords.HONORIFICS.contains(around.slice(previous, around.wordEnd(previous)))
                && foreign(previous, alias, false);
    }

    /** A capitalised neighbour that is neither an everyday word nor part of the person's names. */
    private boolean foreign(int start, Alias alias, boolean after) {
        int end = around.wordEnd(start);
        String word = around.slice(start, end);
        if (word.length() == 1) {
            return after && !word.equals("i") && !initialOf(word.charAt(0), alias);
        }
        if (around.isCommon(start, end)) {
            return false;
        }
        return !isOwn(word, alias);
    }

    private boolean isOwn(String word, Alias alias) {
        return ownWords.any(
                alias.staff(),
                own -> own.equals(word) || own.length() > 3 && Misspellings.isOneOff(own, word));
    }

    private boolean initialOf(char letter, Alias alias) {
        return ownWords.any(alias.staff(), own -> own.charAt(0) == letter);
    }
}
