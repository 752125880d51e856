package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.reading.IncidentDetail;
import org.upstander.alert.application.reading.IncidentView;

/** An incident with evidence and pages, all fields side by side. */
@Schema(name = "IncidentDetail", allOf = IncidentView.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentBody(
        @JsonUnwrapped @Schema(hidden = true) IncidentView incident,
        @Schema(description = "The posts with their text, which is hostile; at most 500.")
                List<IncidentDetail.Evidence> evidence,
        @Schema(description = "Steps of the escalation and whom they called.")
                List<IncidentDetail.Page> pages,
        @Schema(description = "Who saw this evidence, the latest 50. Not part of the ETag.")
                List<IncidentDetail.Read> evidenceReads) {

    static IncidentBody of(IncidentDetail detail) {
        return new IncidentBody(
                detail.incident(), detail.evidence(), detail.pages(), detail.reads());
    }

    IncidentBody withoutReads() {
        return new IncidentBody(incident, evidence, pages, null);
    }
}
