package org.upstander.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonItemsTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Property(tries = 200)
    void findsTheItemsThatJacksonFinds(
            @ForAll @Size(max = 6) List<@Size(max = 4) Map<String, String>> items)
            throws IOException {
        // Given
        byte[] body = JACKSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(items);

        // When
        JsonItems found = JsonItems.of(body);

        // Then
        assertThat(found.single()).isFalse();
        assertThat(found.slices()).hasSameSizeAs(items);
        for (int i = 0; i < items.size(); i++) {
            assertThat(JACKSON.readTree(text(found.slices().get(i))))
                    .isEqualTo(JACKSON.readTree(JACKSON.writeValueAsBytes(items.get(i))));
        }
    }

    @Test
    void anItemThatIsNoJsonLeavesItsNeighboursWhole() {
        JsonItems found = JsonItems.of(bytes(" [ {\"a\":tru} , nope, {\"b\":\"]}\\\"\"},7 ] "));

        assertThat(found.slices().stream().map(JsonItemsTest::text))
                .containsExactly("{\"a\":tru}", "nope", "{\"b\":\"]}\\\"\"}", "7");
    }

    @Test
    void anObjectIsOneItem() {
        assertThat(JsonItems.of(bytes("\ufeff {\"a\":1}")).single()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "nope",
                "7",
                "\"text\"",
                "[",
                "[{",
                "[{\"a",
                "[{\"a\\",
                "[{}",
                "[{},",
                "[{},]",
                "[,{}]",
                "[{}{}]",
                "[{}] x",
                "[]]",
                "[}",
                "[{}}]"
            })
    void whatIsNeitherObjectNorArrayIsRefused(String body) {
        assertThatThrownBy(() -> JsonItems.of(bytes(body)))
                .isInstanceOfSatisfying(
                        BadRequest.class, bad -> assertThat(bad.status()).isEqualTo(400));
    }

    @Test
    void aThousandItemsAreTheMost() {
        assertThat(JsonItems.of(array(1000)).slices()).hasSize(1000);
        assertThatThrownBy(() -> JsonItems.of(array(1001)))
                .isInstanceOfSatisfying(
                        BadRequest.class,
                        bad -> {
                            assertThat(bad.violation().limit()).isEqualTo(1000);
                            assertThat(bad.violation().detail()).contains("1000", "split it");
                        });
    }

    private static byte[] array(int items) {
        return bytes("[" + String.join(",", Collections.nCopies(items, "{}")) + "]");
    }

    private static String text(Slice slice) {
        return new String(slice.data(), slice.from(), slice.length(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
