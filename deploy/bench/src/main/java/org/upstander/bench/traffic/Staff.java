package org.upstander.bench.traffic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** People made from a seed: common first names, surnames from syllables. */
public final class Staff {

    private static final String[] HEADS = {
        "Bre", "Dra", "Fal", "Gro", "Hals", "Jor", "Kel", "Lun", "Mor", "Nys", "Orr", "Pel", "Quin",
        "Ras", "Sten", "Tor", "Ulv", "Vas", "Wex", "Zel"
    };
    private static final String[] TAILS = {
        "bridge", "dahl", "enko", "field", "grave", "holt", "iczek", "kova", "lund", "mont", "nari",
        "oglu", "quist", "rossa", "sted", "tola", "vane", "wick", "yama", "zedo"
    };

    private static final String[] MIDDLES = {
        "an", "bel", "cor", "den", "er", "fin", "gal", "hol", "in", "jas", "ker", "lan", "mer",
        "nor", "os", "per", "ran", "sol", "ter", "vin"
    };

    /** More people than this need more surnames than heads and tails make. */
    private static final int MOST_SHORT_NAMED = 10_000;

    private Staff() {}

    /** At most some hundred thousand people, always the same for the same size and seed. */
    public static List<Person> of(int size, long seed) {
        List<String> firstNames = Names.words(Names.lines("first-names.txt").get(0));
        Random random = new Random(seed);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < size) {
            String first = firstNames.get(random.nextInt(firstNames.size()));
            names.add(
                    first
                            + " "
                            + HEADS[random.nextInt(HEADS.length)]
                            + (size > MOST_SHORT_NAMED
                                    ? MIDDLES[random.nextInt(MIDDLES.length)]
                                    : "")
                            + TAILS[random.nextInt(TAILS.length)]);
        }
        List<Person> people = new ArrayList<>(size);
        for (String name : names) {
            int number = people.size() + 1;
            String first = name.substring(0, name.indexOf(' '));
            people.add(
                    new Person(
                            "st-%04d".formatted(number),
                            name,
                            first,
                            name.substring(name.indexOf(' ') + 1).toLowerCase(Locale.ROOT)
                                    + "_"
                                    + number));
        }
        return List.copyOf(people);
    }
}
