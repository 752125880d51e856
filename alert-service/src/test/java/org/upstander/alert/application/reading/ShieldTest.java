package org.upstander.alert.application.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.upstander.alert.application.reading.ShieldSummary.Counts;
import org.upstander.alert.application.reading.ShieldSummary.Handled;
import org.upstander.alert.application.reading.ShieldSummary.Item;
import org.upstander.alert.application.reading.ShieldSummary.Text;

/** What she is told, and that nothing is shown which is not kept. */
class ShieldTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Reader reader = new Reader();
    private final Shield shield = new Shield(reader, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void textIsShownOfWhatWasAskedForAndOnlyThatIsKept() {
        ShieldSummary shown = shown(Optional.of("for the police"));

        assertThat(shown.items().get(0).texts()).extracting(Text::text).containsExactly("b", "a");
        assertThat(shown.items().get(1).texts()).isEmpty();
        assertThat(reader.kept)
                .containsExactly("{in-1=2} dana 2026-11-23T12:00:00Z for the police");
    }

    @Test
    void whatCannotBeKeptIsNotShown() {
        reader.broken = true;

        assertThatThrownBy(() -> shown(Optional.empty())).hasMessage("no database");
    }

    @Test
    void withoutAskingThereIsNoTextAndNoReading() {
        ShieldSummary shown = shield.summary("cm-07").await().indefinitely().orElseThrow();

        assertThat(shown.items()).extracting(Item::texts).containsOnlyNulls();
        assertThat(reader.kept).isEmpty();
    }

    @Test
    void aStateSaysWhetherAnythingWaitsForSomebody() {
        assertThat(of(0, 0).state()).isEqualTo("quiet");
        assertThat(of(0, 2).state()).isEqualTo("acknowledged");
        assertThat(of(1, 2).state()).isEqualTo("open");
    }

    @Test
    void whoHelpedWithWhatIsOverIsNotNamedAsHandling() {
        assertThat(of(0, 1).handledBy()).containsExactly("Lea");
    }

    private ShieldSummary shown(Optional<String> why) {
        return shield.withText("cm-07", "dana", why).await().indefinitely().orElseThrow();
    }

    private static ShieldSummary of(long open, long live) {
        Counts counts = new Counts(live, live, live);
        return ShieldSummary.of(
                "cm-07",
                NOON,
                new ShieldSummary.Figures(open, NOON, counts, counts),
                List.of(item("in-1", "acknowledged", "Lea"), item("in-2", "resolved", "Sam")),
                List.of());
    }

    private static Item item(String id, String state, String by) {
        return new Item(
                id,
                state,
                NOON,
                NOON,
                1,
                1,
                null,
                null,
                List.of(new Handled(by, NOON, "seen"), new Handled(by, NOON, "called")),
                null);
    }

    private static final class Reader implements ShieldReader {

        private final List<String> kept = new ArrayList<>();
        private boolean broken;

        @Override
        public Uni<Optional<ShieldSummary>> summary(String staffId, Instant now) {
            return Uni.createFrom().item(Optional.of(of(0, 1)));
        }

        @Override
        public Uni<Map<String, List<Text>>> texts(List<String> incidentIds) {
            return Uni.createFrom().item(Map.of("in-1", List.of(text("b"), text("a"))));
        }

        @Override
        public Uni<Void> logOwnReading(
                Map<String, Integer> items, String reader, Instant at, Optional<String> why) {
            if (broken) {
                return Uni.createFrom().failure(new IllegalStateException("no database"));
            }
            kept.add("%s %s %s %s".formatted(items, reader, at, why.orElse("")));
            return Uni.createFrom().voidItem();
        }

        private static Text text(String text) {
            return new Text(NOON, "forum", "Heath", null, text);
        }
    }
}
