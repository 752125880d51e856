package org.upstander.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.Pages.Field;

/** The corpus of hostile texts in every field that comes from outside, through one channel. */
public abstract class HostileTextTestBase {

    protected static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern LINK =
            Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]*://[^\\s)\\]`\"]+|\\bwww\\.\\S+");
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?i)\\b(https?|mailto|tel|sms|javascript|data|slack):");
    private static final Pattern HOST =
            Pattern.compile(
                    "(?iu)[\\p{L}\\p{N}][.\\u3002\\uFF0E\\uFF61]\\p{L}{2,}|\\d\\.\\d+\\.\\d+\\.\\d");

    /** What the channel sends. */
    protected abstract String compose(Delivery delivery);

    /** Texts of the format itself that look like a link or a host. */
    protected abstract List<String> constants();

    protected abstract int maxBytes();

    /** What this sink asks for beyond what all ask for. */
    protected abstract void check(JsonNode body);

    @ParameterizedTest
    @EnumSource
    void aTextFromOutsideStaysAText(Field field) throws Exception {
        JsonNode harmless = JSON.readTree(compose(Pages.delivery(Pages.page())));
        for (String text : HostileTexts.all()) {
            String sent = compose(Pages.delivery(Pages.with(field, text)));
            JsonNode body = JSON.readTree(sent);
            assertThat(shape(body)).describedAs(text).isEqualTo(shape(harmless));
            assertThat(sent.getBytes(StandardCharsets.UTF_8).length).isLessThan(maxBytes());
            assertThat(sent).describedAs(text).doesNotContain("<!", "<@", "<#");
            strings(body).forEach(value -> harmless(value, text));
            check(body);
        }
    }

    @Test
    void theCorpusIsLargeEnoughToMeanSomething() {
        assertThat(HostileTexts.all()).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    }

    @Test
    void theNameOfTheAttackedIsNotSaid() {
        assertThat(compose(Pages.delivery(Pages.page()))).contains("cm-07").doesNotContain("Dana");
    }

    private void harmless(String value, String text) {
        String rest = value;
        for (String constant : constants()) {
            rest = rest.replace(constant, "");
        }
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(rest);
        while (link.find()) {
            links.add(link.group());
        }
        assertThat(List.of(Pages.ACKNOWLEDGE, Pages.INCIDENT)).describedAs(text).containsAll(links);
        rest = rest.replace(Pages.ACKNOWLEDGE, "").replace(Pages.INCIDENT, "");
        assertThat(rest)
                .describedAs(text)
                .doesNotContain("@", "\uFF20", "${", "{{", "<", ">")
                .doesNotContainPattern(OTHER_SCHEME)
                .doesNotContainPattern(HOST);
        assertThat(rest.codePoints().filter(HostileTextTestBase::invisible).toArray())
                .describedAs(text)
                .isEmpty();
    }

    private static boolean invisible(int point) {
        return point != '\n'
                && switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            true;
                    default -> false;
                };
    }

    /** Every string of a body. */
    protected static List<String> strings(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isTextual()) {
            found.add(node.asText());
        }
        node.forEach(child -> found.addAll(strings(child)));
        return found;
    }

    /** Names and nesting, without the values. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            StringBuilder shape = new StringBuilder("{");
            node.properties()
                    .forEach(
                            property ->
                                    shape.append(property.getKey())
                                            .append(':')
                                            .append(shape(property.getValue()))
                                            .append(','));
            return shape.append('}').toString();
        }
        if (node.isArray()) {
            StringBuilder shape = new StringBuilder("[");
            node.forEach(child -> shape.append(shape(child)).append(','));
            return shape.append(']').toString();
        }
        return node.getNodeType().name();
    }
}
