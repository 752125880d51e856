package org.upstander.alert.application.pattern;

/**
 * What was stored before some assessments came: of their authors and of those they are about, and
 * who else attacks them.
 */
public final class Background {

    private final Encounters.Before before;
    private final Around around;

    Background(Encounters.Before before, Around around) {
        this.before = before;
        this.around = around;
    }

    Encounters.Before before() {
        return before;
    }

    Around around() {
        return around;
    }
}
