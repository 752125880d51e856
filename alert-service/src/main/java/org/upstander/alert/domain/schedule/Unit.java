package org.upstander.alert.domain.schedule;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rotation counts in. The wire name is the constant's name in lower case. */
public enum Unit {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit chrono;

    Unit(ChronoUnit chrono) {
        this.chrono = chrono;
    }

    ChronoUnit chrono() {
        return chrono;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param wireName as {@link #wireName()} writes it
     * @return empty for a name nobody knows
     */
    public static Optional<Unit> of(String wireName) {
        return Arrays.stream(values()).filter(unit -> unit.wireName().equals(wireName)).findFirst();
    }
}
