package org.upstander.alert.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters that statistics share. */
class StatsParameters {

    @QueryParam("from")
    @Parameter(
            description =
                    "Begin, RFC 3339: 2026-11-16T00:00:00Z or with an offset; 7 days before to where left out.")
    String from;

    @QueryParam("to")
    @Parameter(description = "End, RFC 3339, not in it; the next full minute where left out.")
    String to;

    @QueryParam("zone")
    @Parameter(
            description =
                    "IANA zone in which days are days, Europe/Berlin; UTC where left out. Times are told in UTC in any case.")
    String zone;

    @QueryParam("staff")
    @Parameter(description = "Only this member of staff, by id.")
    String staff;

    @QueryParam("source")
    @Parameter(description = "Only posts of this platform.")
    String source;

    @QueryParam("format")
    @Parameter(description = "json or csv; as Accept says where left out.")
    String format;
}
