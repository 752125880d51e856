package org.upstander.alert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.pattern.PatternSettings;

class PatternConfigTest {

    @Test
    void defaultsAreThePublishedOnes() {
        assertThat(settings(Map.of())).isEqualTo(PatternSettings.USUAL);
    }

    /** And is that of the setting that it names: no other changes. */
    @ParameterizedTest
    @CsvSource({
        "horizon, P31D",
        "most, 201",
        "lateness, PT11M",
        "newcomer, P8D",
        "retaliation.window, P91D",
        "retaliation.half-life, P22D",
        "retaliation.lowers-by, 0.21",
        "retaliation.unknown-actor, 0.51",
        "retaliation.raises-from, 0.11",
        "brewing.allowance, 0.35",
        "brewing.decision, 0.21",
        "brewing.most, 0.45",
        "brewing.half-life, P8D",
        "crowd-brewing.allowance, 0.37",
        "crowd-brewing.decision, 0.61",
        "crowd-brewing.most, 0.47",
        "crowd-brewing.half-life, P3D",
        "persistence.window, P15D",
        "persistence.posts, 16",
        "persistence.days, 6",
        "persistence.threads, 7",
        "persistence.after-stop, 4",
        "persistence.after-stop-threads, 2",
        "pile-on.window, PT7H",
        "pile-on.authors, 9",
        "off-hours.window, P16D",
        "off-hours.night, 2.1",
        "off-hours.off-hours, 0.6",
        "off-hours.weight, 10.5",
        "off-hours.nights, 5",
        "approach.window, P32D",
        "approach.attempts, 3",
        "campaign.sources, 3",
        "campaign.authors, 4"
    })
    void everyKeyIsRead(String key, String value) {
        PatternSettings changed = settings(Map.of("upstander.alert.patterns." + key, value));

        assertThat(differences(changed, PatternSettings.USUAL)).containsExactly(component(key));
    }

    /** As {@code off-hours.half-life} is offHours.halfLife. */
    private static String component(String key) {
        return Arrays.stream(key.split("\\."))
                .map(PatternConfigTest::camel)
                .reduce((of, part) -> of + "." + part)
                .orElseThrow();
    }

    private static String camel(String kebab) {
        return Arrays.stream(kebab.split("-"))
                .reduce(
                        (first, word) ->
                                first + Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .orElseThrow();
    }

    private static Stream<String> differences(Record one, Record other) {
        return Arrays.stream(one.getClass().getRecordComponents())
                .flatMap(
                        part -> {
                            Object left = value(part, one);
                            Object right = value(part, other);
                            if (left.equals(right)) {
                                return Stream.of();
                            }
                            return left instanceof Record inner
                                    ? differences(inner, (Record) right)
                                            .map(name -> part.getName() + "." + name)
                                    : Stream.of(part.getName());
                        });
    }

    private static Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PatternSettings settings(Map<String, String> values) {
        return new PatternBeans()
                .settings(
                        new SmallRyeConfigBuilder()
                                .withConverters(new Converter<?>[] {new DurationConverter()})
                                .withMapping(PatternConfig.class)
                                .withDefaultValues(values)
                                .build()
                                .getConfigMapping(PatternConfig.class));
    }
}
