package org.upstander.scoring.application;

/** Writes what a post says about a person in a form that may be given to others. Thread-safe. */
public interface Anonymiser {

    /**
     * The text around the first place that means the person. Placeholders stand for this person,
     * for colleagues, accounts, links, numbers and protected identifiers.
     */
    String anonymous(MentionInPost mention);
}
