package org.upstander.alert;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers that are nobody's: 555-0100 to 555-0199 of an area, each given out once. */
public final class Phones {

    private static final List<String> AREAS =
            List.of("202", "212", "303", "312", "404", "415", "503", "512", "602", "617");
    private static final AtomicInteger GIVEN = new AtomicInteger();

    private Phones() {}

    /** In E.164. */
    public static String next() {
        int n = GIVEN.getAndIncrement();
        return "+1%s55501%02d".formatted(AREAS.get(n / 100), n % 100);
    }
}
