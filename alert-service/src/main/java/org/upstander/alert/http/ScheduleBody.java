package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.ScheduleDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.schedule.Schedule;
import org.upstander.alert.domain.schedule.ShiftOverride;
import org.upstander.alert.domain.schedule.TemporarySchedule;

/** An on-call schedule as JSON, both ways. */
@Schema(name = "Schedule")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"updatedAt", "warnings"},
        allowGetters = true)
record ScheduleBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(required = true) String displayName,
        @Schema(description = "IANA name; UTC where left out.") String timeZone,
        @Schema(
                        description =
                                "At most 20. A later one takes the place of those before it whenever it has somebody.")
                List<Layer> layers,
        @Schema(description = "At most 500, applied in this order.") List<Override> overrides,
        @Schema(
                        description =
                                "At most 50 spans in which only their own shifts count; they must not overlap.")
                List<Temporary> temporary,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true) Instant updatedAt,
        @Schema(readOnly = true, description = "What would keep a page from arriving.")
                List<Violation> warnings) {

    @Schema(name = "Layer", description = "People who take turns, from start on.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Layer(
            @Schema(required = true, description = "hour, day, week or month.") String every,
            @Schema(description = "Units of a turn, 1 to 1000; 1 where left out.") Integer length,
            @Schema(
                            required = true,
                            description =
                                    "Wall time of the first hand-off in the schedule's zone, 2026-01-05T09:00.")
                    String start,
            @Schema(required = true, description = "1 to 100 ids in the order of their turns.")
                    List<String> contacts,
            @Schema(description = "Hours in which the layer holds; always where left out.")
                    List<Hours> hours) {}

    @Schema(name = "Hours")
    record Hours(
            @Schema(description = "mon to sun, on which the hours begin; all where left out.")
                    List<String> days,
            @Schema(required = true, description = "Wall time, 22:00.") String from,
            @Schema(
                            required = true,
                            description = "Wall time; on the next day where it is not after from.")
                    String to) {}

    @Schema(name = "Override")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Override(
            @Schema(
                            required = true,
                            description =
                                    "replace: only this contact is on call; add: this one too; remove: not this one.")
                    String kind,
            @Schema(required = true) String contactId,
            @Schema(description = "With replace: stands in for this contact only.")
                    String insteadOf,
            @Schema(required = true) Instant from,
            @Schema(required = true) Instant to) {}

    @Schema(name = "TemporarySchedule")
    record Temporary(
            @Schema(required = true) Instant from,
            @Schema(required = true) Instant to,
            @Schema(description = "At most 500.") List<Shift> shifts) {}

    @Schema(name = "Shift")
    record Shift(String contactId, Instant from, Instant to) {

        static Shift of(org.upstander.alert.domain.schedule.Shift shift) {
            return new Shift(shift.contactId(), shift.from(), shift.to());
        }
    }

    ScheduleDraft draft(String withId) {
        return new ScheduleDraft(
                withId,
                displayName,
                timeZone,
                each(layers, ScheduleBody::draft),
                each(
                        overrides,
                        it ->
                                new ScheduleDraft.Override(
                                        it.kind(),
                                        it.contactId(),
                                        it.insteadOf(),
                                        it.from(),
                                        it.to())),
                each(
                        temporary,
                        it ->
                                new ScheduleDraft.Temporary(
                                        it.from(),
                                        it.to(),
                                        each(
                                                it.shifts(),
                                                shift ->
                                                        new ScheduleDraft.Shift(
                                                                shift.contactId(),
                                                                shift.from(),
                                                                shift.to())))));
    }

    private static ScheduleDraft.Layer draft(Layer layer) {
        return new ScheduleDraft.Layer(
                layer.every(),
                layer.length(),
                layer.start(),
                layer.contacts(),
                each(layer.hours(), it -> new ScheduleDraft.Hours(it.days(), it.from(), it.to())));
    }

    /** Keeps what is null null, for the rules to complain of. */
    private static <A, B> List<B> each(List<A> items, Function<A, B> of) {
        return items == null
                ? null
                : items.stream().map(item -> item == null ? null : of.apply(item)).toList();
    }

    static ScheduleBody of(Stored<Schedule> entry, List<Violation> warnings) {
        Schedule schedule = entry.value();
        return new ScheduleBody(
                schedule.id(),
                schedule.displayName(),
                schedule.zone().getId(),
                schedule.layers().stream().map(ScheduleBody::view).toList(),
                schedule.overrides().stream().map(ScheduleBody::view).toList(),
                schedule.temporary().stream().map(ScheduleBody::view).toList(),
                entry.updatedAt(),
                warnings);
    }

    private static Layer view(org.upstander.alert.domain.schedule.Layer layer) {
        return new Layer(
                layer.every().wireName(),
                layer.length(),
                layer.start().toString(),
                layer.contacts(),
                layer.hours().isEmpty()
                        ? null
                        : layer.hours().stream().map(ScheduleBody::view).toList());
    }

    private static Hours view(org.upstander.alert.domain.schedule.Hours hours) {
        return new Hours(
                hours.days().stream().sorted().map(ScheduleBody::name).toList(),
                hours.from().toString(),
                hours.to().toString());
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static Override view(ShiftOverride override) {
        return new Override(
                override.kind().wireName(),
                override.contactId(),
                override.insteadOf(),
                override.from(),
                override.to());
    }

    private static Temporary view(TemporarySchedule temporary) {
        return new Temporary(
                temporary.from(),
                temporary.to(),
                temporary.shifts().stream().map(Shift::of).toList());
    }
}
