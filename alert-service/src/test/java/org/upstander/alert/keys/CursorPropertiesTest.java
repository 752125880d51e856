package org.upstander.alert.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.upstander.alert.config.KeysConfig;

/** Cursors, as callers carry them to and fro. */
class CursorPropertiesTest {

    private static final String LIST = "incidents\nstaff=cm-07";

    private final SealedCursors cursors = cursors("demo-key-of-these-tests");

    @Property
    void anyPlaceComesBackAsItWas(@ForAll String list, @ForAll String place) {
        Assume.that(isText(list) && isText(place));
        String cursor = cursors.seal(list, place);
        assertThat(cursors.open(list, cursor)).contains(place);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void anyChangedByteIsRefused(
            @ForAll @StringLength(max = 80) String place,
            @ForAll @IntRange(min = 0, max = 1_000) int where,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        Assume.that(isText(place));
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.seal(LIST, place));
        bytes[where % bytes.length] ^= (byte) change;
        assertThat(cursors.open(LIST, encoded(bytes))).isEmpty();
    }

    @Property
    void anyChangedCharacterIsRefused(
            @ForAll @StringLength(max = 80) String place,
            @ForAll @IntRange(min = 0, max = 1_000) int where,
            @ForAll char other) {
        Assume.that(isText(place));
        StringBuilder cursor = new StringBuilder(cursors.seal(LIST, place));
        int at = where % cursor.length();
        Assume.that(cursor.charAt(at) != other);
        cursor.setCharAt(at, other);
        assertThat(cursors.open(LIST, cursor.toString())).isEmpty();
    }

    @Property
    void aCutOrExtendedCursorIsRefused(
            @ForAll @StringLength(max = 80) String place,
            @ForAll @IntRange(min = 0, max = 1_000) int where,
            @ForAll byte more) {
        Assume.that(isText(place));
        String cursor = cursors.seal(LIST, place);
        assertThat(cursors.open(LIST, cursor.substring(0, where % cursor.length()))).isEmpty();
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = more;
        assertThat(cursors.open(LIST, encoded(longer))).isEmpty();
        assertThat(cursors.open(LIST, cursor + "=")).isEmpty();
    }

    @Property
    void whateverSomebodyMakesUpIsRefused(@ForAll String anything) {
        assertThat(cursors.open(LIST, anything)).isEmpty();
    }

    @Property
    void aCursorFitsNoOtherListAndNoOtherKey(
            @ForAll @StringLength(max = 40) String list,
            @ForAll @StringLength(max = 40) String other,
            @ForAll @StringLength(max = 40) String place) {
        Assume.that(isText(list) && isText(other) && isText(place) && !list.equals(other));
        String cursor = cursors.seal(list, place);
        assertThat(cursors.open(other, cursor)).isEmpty();
        assertThat(cursors("demo-key-of-somebody-else").open(list, cursor)).isEmpty();
    }

    /** A caller chooses the filters, which stand in the list's name, and may move bytes over. */
    @Property
    void nothingMovesBetweenListAndPlace(
            @ForAll @StringLength(min = 1, max = 20) String moved,
            @ForAll @StringLength(max = 20) String place) {
        Assume.that(isText(moved) && isText(place));
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.seal(LIST + "\n" + moved, place));
        byte[] text = (moved + "\n" + place).getBytes(StandardCharsets.UTF_8);
        byte[] shifted = Arrays.copyOf(sealed, 16 + text.length);
        System.arraycopy(text, 0, shifted, 16, text.length);
        assertThat(cursors.open(LIST, encoded(shifted))).isEmpty();
    }

    /** Whether it can be written as UTF-8: half a surrogate pair cannot. */
    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SealedCursors cursors(String key) {
        return new SealedCursors(new Keys(key));
    }

    private record Keys(String link) implements KeysConfig {

        @Override
        public Optional<List<String>> otherLinks() {
            return Optional.empty();
        }

        @Override
        public String identifier() {
            return "demo-identifier";
        }

        @Override
        public Duration linkLifetime() {
            return Duration.ofDays(7);
        }

        @Override
        public URI publicUrl() {
            return URI.create("https://alerts.example.org");
        }
    }
}
