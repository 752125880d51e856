package org.upstander.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.upstander.ingest.application.health.Health;
import org.upstander.ingest.application.health.Sight;
import org.upstander.ingest.application.health.SourceSights;
import org.upstander.ingest.domain.Source;
import org.upstander.ingest.domain.SourceDraft;
import org.upstander.ingest.domain.SourceSettings;

/** A source as JSON. Its secrets go in only: what is shown is how many there are. */
final class SourceBody {

    private SourceBody() {}

    /** As it is put. */
    record Wanted(
            String id,
            String type,
            String displayName,
            String platform,
            String url,
            List<String> secrets,
            Integer pollSeconds,
            String expectedRhythm,
            Settings settings) {

        SourceDraft draft(String withId) {
            return new SourceDraft(
                    withId,
                    type,
                    displayName,
                    platform,
                    url,
                    secrets,
                    pollSeconds,
                    expectedRhythm,
                    settings == null ? null : settings.read());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settings(
            Boolean privateConsented,
            Map<String, String> mapping,
            String signatureHeader,
            String tokenHeader,
            String path,
            String user,
            String callback,
            Integer postsPerMinute,
            String reportsTo) {

        SourceSettings read() {
            return new SourceSettings.Builder()
                    .privateConsented(Boolean.TRUE.equals(privateConsented))
                    .mapping(mapping)
                    .signatureHeader(signatureHeader)
                    .tokenHeader(tokenHeader)
                    .path(path)
                    .user(user)
                    .callback(callback)
                    .postsPerMinute(postsPerMinute)
                    .reportsTo(reportsTo)
                    .build();
        }

        static Settings of(SourceSettings settings) {
            return new Settings(
                    settings.privateConsented(),
                    settings.mapping().isEmpty() ? null : settings.mapping(),
                    settings.signatureHeader(),
                    settings.tokenHeader(),
                    settings.path(),
                    settings.user(),
                    settings.callback(),
                    settings.postsPerMinute(),
                    settings.reportsTo());
        }
    }

    /** As it is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"id", "type", "displayName", "platform"})
    record Shown(
            String id,
            String type,
            String displayName,
            String platform,
            String url,
            int secretCount,
            Long pollSeconds,
            String expectedRhythm,
            Settings settings,
            boolean paused,
            String webhook,
            Condition health) {}

    /** How it does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Condition(
            String state,
            String cause,
            String since,
            String lastDeliveryAt,
            String lastPostAt,
            long items,
            long refusedItems,
            long deliveriesNotProven,
            long deliveriesNotReadable,
            List<Gap> gaps) {}

    /** A time in which posts are missing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Gap(String cause, String since, String until) {}

    /** A part of a list. */
    record Part(List<Shown> items, String next) {}

    static Shown of(Source source, SourceSights sights) {
        return new Shown(
                source.id(),
                source.type(),
                source.displayName(),
                source.platform(),
                source.url(),
                source.secrets().size(),
                source.poll() == null ? null : source.poll().toSeconds(),
                source.expectedRhythm() == null ? null : source.expectedRhythm().toString(),
                Settings.of(source.settings()),
                source.paused(),
                "/v1/webhooks/" + source.id(),
                condition(sights.sight(source), sights.health(source.id()).orElse(null)));
    }

    private static Condition condition(Sight sight, Health health) {
        return new Condition(
                word(sight.state()),
                sight.cause() == null ? null : word(sight.cause()),
                time(sight.since()),
                health == null ? null : time(health.lastDelivery()),
                health == null ? null : time(health.lastPost()),
                health == null ? 0 : health.items(),
                health == null ? 0 : health.refusedItems(),
                health == null ? 0 : health.notProven(),
                health == null ? 0 : health.notReadable(),
                health == null
                        ? List.of()
                        : health.gaps().stream()
                                .map(
                                        gap ->
                                                new Gap(
                                                        word(gap.cause()),
                                                        time(gap.since()),
                                                        time(gap.until())))
                                .toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String time(Instant at) {
        return at == null ? null : at.toString();
    }
}
