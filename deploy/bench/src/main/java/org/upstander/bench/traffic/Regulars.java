package org.upstander.bench.traffic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What is written of staff, one in ten an attack, most of the rest by {@value #COUNT} authors who
 * write of the same person again and again. One in ten of these does not let go of that person. The
 * same number always makes the same.
 */
public final class Regulars {

    public static final int COUNT = 100;

    /** Numbers of authors who were never seen begin here. */
    private static final long NEWCOMERS = 1_000_000;

    private static final int ATTACK_WORDS = 14;

    /** Of whom this regular writes, others write together. */
    private static final int PILED_ON = 9;

    private final List<Person> staff;
    private final List<String> words = Names.words(Names.lines("words.txt").get(0));

    public Regulars(List<Person> staff) {
        this.staff = staff;
    }

    /** Whether this one does not let go. */
    public static boolean isHostile(int regular) {
        return regular % 10 == 9;
    }

    /** Of whom a regular writes. */
    public Person whom(int regular) {
        return staff.get(regular % staff.size());
    }

    /** The first that is seen of one of them. */
    public Mention first(int regular, long number) {
        return Mention.harmless(whom(regular).staffId(), number, regular, number, "neutral", 0.1);
    }

    /** An attack by a newcomer, in words that others will use, too. */
    public Mention firstAttack(long number) {
        return Mention.attack(
                whom(0).staffId(), number, NEWCOMERS + number, number, AssessmentRecord.TEXT);
    }

    public Mention mention(long number) {
        SplittableRandom random = new SplittableRandom(number);
        int share = random.nextInt(100);
        if (share < 5) {
            int hostile = 10 * random.nextInt(COUNT / 10) + 9;
            String text = random.nextBoolean() ? AssessmentRecord.TEXT : insult(random);
            return Mention.attack(whom(hostile).staffId(), number, hostile, number, text);
        }
        if (share < 10) {
            return byANewcomer(number, random);
        }
        if (share < 15) {
            double score = random.nextDouble(0.3);
            return Mention.harmless(
                    anybody(random), number, NEWCOMERS + number, number, "neutral", score);
        }
        return byARegular(random.nextInt(COUNT), number, random);
    }

    private String anybody(SplittableRandom random) {
        return staff.get(random.nextInt(staff.size())).staffId();
    }

    /** Half of them have agreed on what they say and to whom. */
    private Mention byANewcomer(long number, SplittableRandom random) {
        boolean agreed = random.nextBoolean();
        return Mention.attack(
                agreed ? whom(PILED_ON).staffId() : anybody(random),
                number,
                NEWCOMERS + number,
                number,
                agreed ? AssessmentRecord.TEXT : insult(random));
    }

    private Mention byARegular(int regular, long number, SplittableRandom random) {
        String staffId = whom(regular).staffId();
        int share = random.nextInt(10);
        if (isHostile(regular)) {
            return Mention.harmless(
                    staffId,
                    number,
                    regular,
                    number,
                    share < 5 ? "criticism" : "neutral",
                    random.nextDouble(0.1, 0.5));
        }
        // Whoever thanks often is no stalker.
        if (share < 4) {
            return Mention.harmless(staffId, number, regular, number, "supportive", 0.02);
        }
        return share < 8
                ? Mention.harmless(
                        staffId, number, regular, number, "neutral", random.nextDouble(0.3))
                : Mention.harmless(
                        staffId, number, regular, number, "criticism", random.nextDouble(0.1, 0.5));
    }

    private String insult(SplittableRandom random) {
        return random.ints(ATTACK_WORDS, 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining(" "));
    }
}
