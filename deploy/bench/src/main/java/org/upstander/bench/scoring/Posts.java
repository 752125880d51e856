package org.upstander.bench.scoring;

import java.util.List;
import org.upstander.bench.traffic.Person;
import org.upstander.bench.traffic.Staff;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;

/** The posts that are scored in process. */
public final class Posts {

    private static final int PLAIN = 20_000;
    private static final int NAMING = 2_000;

    private Posts() {}

    /** Of the people whom {@link #naming} names; the same for the same size. */
    public static List<Person> staff(int size) {
        return Staff.of(size, 11);
    }

    /** Posts that name nobody, the same for every roster. */
    public static List<SyntheticPost> plain() {
        return new Traffic(staff(1), 15, 0).posts(PLAIN);
    }

    /** Posts that name one of the staff each. */
    public static List<SyntheticPost> naming(List<Person> staff) {
        return new Traffic(staff, 16, 100).posts(NAMING);
    }
}
