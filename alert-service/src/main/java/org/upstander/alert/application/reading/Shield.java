package org.upstander.alert.application.reading;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstander.alert.application.reading.ShieldSummary.Item;
import org.upstander.alert.application.reading.ShieldSummary.Text;

/** Tells a member of staff that somebody is at it, and shows texts only when she asks. */
@Singleton
public class Shield {

    private final ShieldReader reader;
    private final Clock clock;

    Shield(ShieldReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Without any text; empty where there is no such member of staff. */
    public Uni<Optional<ShieldSummary>> summary(String staffId) {
        return reader.summary(staffId, clock.instant());
    }

    /**
     * With what was written, for her alone. The reading is kept before anything is shown.
     *
     * @param caller who she is, as readings name people
     * @param why as she says, or empty
     */
    public Uni<Optional<ShieldSummary>> withText(
            String staffId, String caller, Optional<String> why) {
        return summary(staffId)
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(found)
                                        : withText(found.get(), caller, why).map(Optional::of));
    }

    private Uni<ShieldSummary> withText(
            ShieldSummary summary, String caller, Optional<String> why) {
        List<String> ids = summary.items().stream().map(Item::incidentId).toList();
        return reader.texts(ids)
                .call(texts -> reader.logOwnReading(counted(texts), caller, clock.instant(), why))
                .map(summary::with);
    }

    private static Map<String, Integer> counted(Map<String, List<Text>> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, texted -> texted.getValue().size()));
    }
}
