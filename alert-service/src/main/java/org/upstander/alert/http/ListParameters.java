package org.upstander.alert.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters that lists share; which of them count, each list says. */
class ListParameters {

    @QueryParam("staff")
    @Parameter(description = "Id of the member of staff.")
    String staff;

    @QueryParam("author")
    @Parameter(description = "Id or handle of an author.")
    String author;

    @QueryParam("source")
    @Parameter(description = "Platform of the posts.")
    String source;

    @QueryParam("category")
    @Parameter(description = "insult, demeaning, threat, doxxing, …")
    String category;

    @QueryParam("severity")
    @Parameter(description = "At least so severe, 0 to 4.")
    String severity;

    @QueryParam("state")
    @Parameter(description = "open, acknowledged or resolved; incidents only.")
    String state;

    @QueryParam("verdict")
    @Parameter(description = "attack, criticism, neutral or supportive; assessments only.")
    String verdict;

    @QueryParam("shadow")
    @Parameter(
            description =
                    "disagrees: only where the thresholds on trial would have decided otherwise about an attack; assessments only.")
    String shadow;

    @QueryParam("from")
    @Parameter(description = "At or after, 2026-11-23T12:00:00Z.")
    String from;

    @QueryParam("to")
    @Parameter(description = "Before, 2026-11-24T12:00:00Z.")
    String to;

    @QueryParam("cursor")
    @Parameter(description = "next of the part before, with the same filters.")
    String cursor;

    @QueryParam("limit")
    @Parameter(description = "At most so many, 1 to 200; 50 where left out.")
    String limit;
}
