package org.upstander.alert.domain;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * Time zones whose rules are known. A library may register names of zones that it has not learnt
 * yet; Java knows such a name and then has no rules for it.
 */
public final class Zones {

    private Zones() {}

    /**
     * @param name an IANA name, or an offset such as {@code +02:00}
     * @throws DateTimeException for a name without rules
     */
    public static ZoneId of(String name) {
        ZoneId zone = ZoneId.of(name);
        if (zone.getRules() == null) {
            throw new DateTimeException("no rules for " + name);
        }
        return zone;
    }

    /** All regions. */
    public static List<ZoneId> all() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> zone.getRules() != null)
                .toList();
    }
}
