package org.upstander.alert.application.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.upstander.alert.domain.QuietHours;

/** What quiet hours must look like to be kept. */
final class QuietHoursRules {

    private static final int MOST_SEVERE = 4;
    private static final String AT = "/quietHours";

    private QuietHoursRules() {}

    /**
     * @param draft null for none
     * @return null for none; worth nothing unless {@code checks} is fine
     */
    static QuietHours check(ContactDraft.Quiet draft, Checks checks) {
        if (draft == null) {
            return null;
        }
        LocalTime from = time(AT + "/from", draft.from(), checks);
        LocalTime to = time(AT + "/to", draft.to(), checks);
        if (from.equals(to) && checks.fine()) {
            checks.add(AT + "/to", "must differ from \"from\": hours that never end reach nobody");
        }
        int override = draft.overrideFromSeverity() == null ? 0 : draft.overrideFromSeverity();
        if (override < 1 || override > MOST_SEVERE) {
            checks.add(
                    AT + "/overrideFromSeverity",
                    "is required, 1 to 4: attacks of this severity disturb all the same");
        }
        return new QuietHours(from, to, days(draft.days(), checks), override);
    }

    private static Set<DayOfWeek> days(List<String> names, Checks checks) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : checks.list(AT + "/days", names, DayOfWeek.values().length)) {
            try {
                days.add(DayOfWeek.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                checks.add(AT + "/days", "must be names of days such as monday");
            }
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static LocalTime time(String at, String text, Checks checks) {
        try {
            return LocalTime.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            checks.add(at, "must be a time of day such as 22:00");
            return LocalTime.MIDNIGHT;
        }
    }
}
