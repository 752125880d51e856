package org.upstander.alert.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.NotifyReason;

/**
 * Leaves out of a step whoever has quiet hours, as long as somebody else of the same step is
 * called. Where nobody else is, quiet hours do not hold: an attack must not wait until the morning
 * because its only contact sleeps.
 */
final class HoldQuiet {

    private HoldQuiet() {}

    static List<ChooseMethod.Choice> among(
            List<ChooseMethod.Choice> choices, int severity, Instant now) {
        boolean somebodyElse =
                choices.stream()
                        .anyMatch(
                                one -> one.why().calls() && !isQuiet(one.contact(), severity, now));
        if (!somebodyElse) {
            return choices;
        }
        return choices.stream()
                .map(
                        one ->
                                one.why().calls() && isQuiet(one.contact(), severity, now)
                                        ? new ChooseMethod.Choice(
                                                one.contact(),
                                                NotifyReason.QUIET_HOURS,
                                                Optional.empty())
                                        : one)
                .toList();
    }

    private static boolean isQuiet(Contact contact, int severity, Instant now) {
        return contact.quietHours() != null
                && contact.quietHours().hold(severity, now, contact.timeZone());
    }
}
