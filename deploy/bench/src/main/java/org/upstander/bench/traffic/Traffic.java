package org.upstander.bench.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Posts made from a seed: eight languages (half of them English), about 300 bytes of text with a
 * tail to 4 KiB, some of them ({@value #NAMING_PERCENT} % unless told otherwise) naming one of the
 * staff, by Zipf's law.
 */
public final class Traffic {

    /** {@code source} of the posts and platform of the handles. */
    public static final String PLATFORM = "forum";

    public static final int NAMING_PERCENT = 2;

    private static final int LONGEST = 4 << 10;
    private static final int AUTHORS = 5_000;
    private static final int THREADS = 2_000;

    /** What is said of the named: asked, praised, criticised, attacked. */
    private static final List<String> SAYINGS =
            List.of(
                    "Does anybody know when %s is back from leave?",
                    "I asked %s about the schedule, no answer yet.",
                    "As %s wrote above, the upload closes at noon.",
                    "Many thanks to %s for sorting this out so quickly.",
                    "%s explained it well, that helped me a lot.",
                    "I think %s got this ruling wrong and the reasons given are thin.",
                    "%s should publish the criteria, this looks arbitrary to me.",
                    "%s is a pathetic liar and a disgusting little fraud.");

    private final Random random;
    private final List<Person> staff;
    private final int namingPercent;
    private final double[] fame;
    private final List<List<String>> languages;

    public Traffic(List<Person> staff, long seed) {
        this(staff, seed, NAMING_PERCENT);
    }

    /**
     * @param namingPercent how many of a hundred posts name one of the staff
     */
    public Traffic(List<Person> staff, long seed, int namingPercent) {
        this.staff = staff;
        this.namingPercent = namingPercent;
        this.random = new Random(seed);
        this.fame = zipf(staff.size());
        this.languages =
                Names.lines("words.txt").stream()
                        .map(line -> Names.words(line.substring(line.indexOf(' ') + 1)))
                        .toList();
    }

    /** The next {@code size} posts. */
    public List<SyntheticPost> posts(int size) {
        List<SyntheticPost> posts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            posts.add(post(i));
        }
        return posts;
    }

    private SyntheticPost post(int number) {
        int language = random.nextBoolean() ? 0 : 1 + random.nextInt(languages.size() - 1);
        Person named = random.nextInt(100) < namingPercent ? somebody() : null;
        StringBuilder text = new StringBuilder(512);
        int length = length();
        if (named != null) {
            text.append(saying(named)).append(' ');
        }
        fill(text, languages.get(language), length);
        return new SyntheticPost(
                number, random.nextInt(AUTHORS), random.nextInt(THREADS), text.toString(), named);
    }

    private String saying(Person named) {
        String as =
                switch (random.nextInt(4)) {
                    case 0 -> "@" + named.handle();
                    case 1 -> named.name() + " (" + named.firstName() + ")";
                    default -> named.name();
                };
        return SAYINGS.get(random.nextInt(SAYINGS.size())).formatted(as);
    }

    /** Bytes of text: log-normal around 250, one in 200 anywhere up to the limit. */
    private int length() {
        if (random.nextInt(200) == 0) {
            return 1024 + random.nextInt(LONGEST - 1024);
        }
        return (int) Math.max(12, Math.min(LONGEST, Math.exp(5.45 + 0.65 * random.nextGaussian())));
    }

    private void fill(StringBuilder text, List<String> words, int length) {
        int bytes = text.length();
        int sentence = 0;
        while (bytes < length) {
            String word = words.get(random.nextInt(words.size()));
            text.append(word);
            bytes += utf8Length(word);
            sentence++;
            boolean ends = sentence > 6 && random.nextInt(5) == 0;
            text.append(ends ? ". " : " ");
            bytes += ends ? 2 : 1;
            sentence = ends ? 0 : sentence;
        }
        text.setLength(text.length() - 1);
    }

    private Person somebody() {
        int found = Arrays.binarySearch(fame, random.nextDouble());
        return staff.get(Math.min(staff.size() - 1, found < 0 ? -found - 1 : found));
    }

    /** Cumulative shares: the first is named most, the second half as often, and so on. */
    private static double[] zipf(int size) {
        double[] cumulative = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            cumulative[i] /= sum;
        }
        return cumulative;
    }

    private static int utf8Length(String word) {
        int bytes = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return bytes;
    }
}
