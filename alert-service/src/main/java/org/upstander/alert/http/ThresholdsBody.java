package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.ThresholdsDraft;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.ThresholdSettings;
import org.upstander.alert.domain.Thresholds;

/** The thresholds for everybody as JSON, both ways: what a GET shows may be PUT again. */
@Schema(name = "Thresholds", description = "Probabilities, 0.01 to 0.99.")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"updatedAt", "updatedBy"},
        allowGetters = true)
record ThresholdsBody(
        @Schema(required = true, description = "Least probability of an attack that pages.")
                Double attack,
        @Schema(required = true, description = "The same for junior staff; at most attack.")
                Double juniorAttack,
        @Schema(
                        required = true,
                        description =
                                "Least probability of a category that is named beside the strongest.")
                Double category,
        @Schema(required = true) Severity severity,
        @Schema(
                        description =
                                "On trial: judged beside the others, pages nobody. Left out: nothing is on trial.")
                Shadow shadow,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true) Instant updatedAt,
        @Schema(readOnly = true, description = "The token or person who put them.")
                String updatedBy) {

    @Schema(
            name = "SeverityThresholds",
            description = "Probabilities beyond which an attack goes up to severity 2, 3 and 4.")
    record Severity(
            @Schema(required = true) Double two,
            @Schema(required = true) Double three,
            @Schema(required = true) Double four) {

        static final Severity MISSING = new Severity(null, null, null);

        private static Severity of(Thresholds.Severity severity) {
            return new Severity(severity.two(), severity.three(), severity.four());
        }
    }

    @Schema(name = "ShadowThresholds")
    record Shadow(
            @Schema(required = true) Double attack,
            @Schema(required = true) Double juniorAttack,
            @Schema(required = true) Double category,
            @Schema(required = true) Severity severity) {

        private static Shadow of(Thresholds thresholds) {
            return new Shadow(
                    thresholds.attack(),
                    thresholds.juniorAttack(),
                    thresholds.category(),
                    Severity.of(thresholds.severity()));
        }
    }

    ThresholdsDraft draft(String caller) {
        return new ThresholdsDraft(
                values(attack, juniorAttack, category, severity),
                shadow == null
                        ? null
                        : values(
                                shadow.attack(),
                                shadow.juniorAttack(),
                                shadow.category(),
                                shadow.severity()),
                caller);
    }

    private static ThresholdsDraft.Values values(
            Double attack, Double juniorAttack, Double category, Severity severity) {
        Severity given = severity == null ? Severity.MISSING : severity;
        return new ThresholdsDraft.Values(
                attack, juniorAttack, category, given.two(), given.three(), given.four());
    }

    static ThresholdsBody of(Stored<ThresholdSettings> entry, List<Violation> warnings) {
        ThresholdSettings settings = entry.value();
        Thresholds live = settings.live();
        return new ThresholdsBody(
                live.attack(),
                live.juniorAttack(),
                live.category(),
                Severity.of(live.severity()),
                settings.shadow() == null ? null : Shadow.of(settings.shadow()),
                entry.updatedAt(),
                settings.updatedBy());
    }
}
