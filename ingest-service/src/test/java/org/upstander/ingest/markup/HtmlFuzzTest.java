package org.upstander.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstander.ingest.Fuzzing;
import org.upstander.ingest.domain.Reading;

/** Markup as nobody writes it who means well. */
class HtmlFuzzTest {

    static Stream<byte[]> seeds() {
        return Fuzzing.texts(
                "<p>Well <b>judged</b>.<br>&amp;&#x1F600;<script>x</script><style>y</style><!-- z --><table><a href='b'>c</table>",
                "<svg><math><template><frameset>");
    }

    @MethodSource("seeds")
    @FuzzTest
    void itHasAText(byte[] bytes) {
        Reading reading = new JsoupText().read(Fuzzing.text(bytes));
        assertThat(reading.text()).isNotNull();
        assertThat(reading.quoted())
                .allSatisfy(
                        quoted ->
                                assertThat(reading.text().substring(quoted.start(), quoted.end()))
                                        .isNotBlank());
    }
}
