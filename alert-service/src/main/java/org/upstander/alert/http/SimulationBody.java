package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.Simulation;

/** A simulation as JSON. */
@Schema(name = "Simulation")
record SimulationBody(List<Page> pages) {

    @Schema(name = "SimulatedAttack")
    record Wish(
            @Schema(required = true, description = "Who is attacked.") String staffId,
            @Schema(description = "1 to 4; 2 where left out.") Integer severity,
            @Schema(description = "Who wrote it, at most 100.") List<Author> authors,
            @Schema(description = "When the incident opens; now where left out.") Instant at) {}

    @Schema(name = "SimulatedAuthor")
    record Author(String platform, String handle) {}

    @Schema(name = "SimulatedPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            Instant at,
            @Schema(description = "From 1.") int round,
            @Schema(description = "From 1.") int step,
            @Schema(description = "true where the last resort is called.") Boolean lastResort,
            @Schema(description = "Why it is due then.") String because,
            List<Call> calls,
            @Schema(description = "true where the attacked person gets the neutral notice.")
                    Boolean notice,
            @Schema(description = "What the incident would say of it, also of those not called.")
                    List<Line> timeline) {}

    @Schema(name = "SimulatedCall")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Call(
            String contactId,
            @Schema(description = "How, email; at first where no rule of theirs holds.")
                    String channel,
            @Schema(
                            type = SchemaType.STRING,
                            format = "date-time",
                            description =
                                    "When, unless somebody acknowledged before; left out where it is at once.")
                    Instant at) {

        static Call of(Simulation.Call call, Instant page) {
            return new Call(
                    call.contactId(),
                    call.channel().wireName(),
                    call.at().equals(page) ? null : call.at());
        }
    }

    @Schema(name = "SimulatedLine")
    record Line(@Schema(description = "paged or not-paged.") String what, String reason) {}

    static SimulationBody of(Simulation simulation) {
        return new SimulationBody(simulation.pages().stream().map(SimulationBody::page).toList());
    }

    private static Page page(Simulation.Page page) {
        return new Page(
                page.at(),
                page.round(),
                page.step(),
                page.lastResort() ? true : null,
                page.because(),
                page.calls().stream().map(call -> Call.of(call, page.at())).toList(),
                page.notice() ? true : null,
                page.timeline().stream()
                        .map(line -> new Line(line.what().wireName(), line.reason()))
                        .toList());
    }
}
