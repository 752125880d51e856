package org.upstander.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What operators make ({@code deploy/topics}) is what the code speaks of ({@link Topics}). */
class TopicsTest {

    private static final Path DECLARED = Path.of("../deploy/topics/topics.yaml");
    private static final Path SOURCE = Path.of("src/main/java/org/upstander/contracts/Topics.java");
    private static final Pattern CONSTANT =
            Pattern.compile(
                    "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public static final String (\\w+) =",
                    Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("Key: (.+?)(?:[:;] |\\.(?: |$))");

    /** What the Javadoc of a topic's constant says. */
    private record Told(String key, boolean compacted) {}

    @Test
    void theSameTopicsAreDeclared() throws Exception {
        assertThat(declared().keySet().stream().filter(name -> !isDeadLetter(name)))
                .containsExactlyInAnyOrderElementsOf(told().keySet());
    }

    @Test
    void keysFollowTheSameRule() throws Exception {
        // When
        Map<String, String> keys = new TreeMap<>();
        told().forEach((topic, told) -> keys.put(topic, told.key()));

        // Then
        keys.forEach(
                (topic, key) ->
                        assertThat(declared().get(topic).get("key"))
                                .as("key of %s", topic)
                                .isEqualTo(key));
    }

    @Test
    void theSameTopicsAreCompacted() throws Exception {
        told().forEach(
                        (topic, told) ->
                                assertThat(policy(topic))
                                        .as("cleanup policy of %s", topic)
                                        .isEqualTo(told.compacted() ? "compact" : "delete"));
    }

    @Test
    void aDeadLetterTopicBelongsToATopicAndKeepsItsKey() throws Exception {
        // When
        List<String> deadLetters =
                declared().keySet().stream().filter(TopicsTest::isDeadLetter).toList();

        // Then
        assertThat(deadLetters).isNotEmpty();
        for (String topic : deadLetters) {
            String of = topic.substring(0, topic.length() - Topics.DEAD_LETTER_SUFFIX.length());
            assertThat(told()).containsKey(of);
            assertThat(declared().get(topic).get("key")).isEqualTo("as " + of);
            assertThat(policy(topic)).isEqualTo("delete");
        }
    }

    private static boolean isDeadLetter(String topic) {
        return topic.endsWith(Topics.DEAD_LETTER_SUFFIX);
    }

    /** The broker's default where nothing is declared. */
    private static String policy(String topic) {
        Map<?, ?> config = (Map<?, ?>) declared().get(topic).get("config");
        Object policy = config == null ? null : config.get("cleanup.policy");
        return policy == null ? "delete" : policy.toString();
    }

    private static Map<String, Map<String, Object>> declared() {
        Map<String, List<Map<String, Object>>> root =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Contract.read(DECLARED));
        return root.get("topics").stream()
                .collect(
                        Collectors.toMap(
                                topic -> (String) topic.get("name"),
                                topic -> topic,
                                (one, other) -> {
                                    throw new AssertionError("declared twice: " + one);
                                },
                                TreeMap::new));
    }

    /** Topics by name, with the promises of their Javadoc, which readers of the code rely on. */
    private static Map<String, Told> told() throws ReflectiveOperationException {
        Map<String, Told> told = new TreeMap<>();
        Matcher constant = CONSTANT.matcher(Contract.read(SOURCE));
        while (constant.find()) {
            String text = plain(constant.group(1));
            Field field = Topics.class.getField(constant.group(2));
            String name = (String) field.get(null);
            if (!name.equals(Topics.DEAD_LETTER_SUFFIX)) {
                Matcher key = KEY.matcher(text);
                assertThat(key.find()).as("%s says its key", field).isTrue();
                told.put(name, new Told(key.group(1), text.contains("compacted")));
            }
        }
        assertThat(told).hasSize(Topics.class.getFields().length - 1);
        return told;
    }

    /** Javadoc without its stars, line ends and code marks. */
    private static String plain(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "$1")
                .strip();
    }
}
