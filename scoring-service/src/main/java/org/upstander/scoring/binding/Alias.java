package org.upstander.scoring.binding;

import org.upstander.scoring.domain.BindingKind;

/**
 * One way in which one member of staff is called.
 *
 * @param staff index in the compiled roster
 * @param kind what sort of name it is
 * @param exact for a handle or initials, the spelling that must stand in the text; null otherwise
 */
record Alias(int staff, Kind kind, String exact) {

    boolean isPlural() {
        return kind == Kind.PLURAL;
    }

    boolean isRole() {
        return kind == Kind.ROLE;
    }

    /** Sorts of names, and how a post that uses one is said to bind. */
    enum Kind {
        FULL(BindingKind.NAME, 1.0),
        FIRST(BindingKind.NAME, 0.9),
        SURNAME(BindingKind.NAME, 0.9),
        /** The last part of a display name that the operator did not list by itself. */
        DERIVED_SURNAME(BindingKind.NAME, 0.8),
        NICKNAME(BindingKind.NICKNAME, 0.85),
        INITIALS(BindingKind.NICKNAME, 0.7),
        HANDLE(BindingKind.HANDLE, 0.98),
        ROLE(BindingKind.ROLE, 0.7),
        /** Several people of that name, or a possessive without its apostrophe. */
        PLURAL(BindingKind.VARIANT, 0.75),
        /** A name written as one word. */
        DERIVED(BindingKind.VARIANT, 0.75);

        final BindingKind how;
        final double confidence;

        Kind(BindingKind how, double confidence) {
            this.how = how;
            this.confidence = confidence;
        }
    }
}
