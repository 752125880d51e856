package org.upstander.alert.http;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which part of a list without filters is asked for. */
class PageParameters {

    @QueryParam("cursor")
    @Parameter(description = "next of the part before.")
    String cursor;

    @QueryParam("limit")
    @Parameter(description = "At most so many, 1 to 200; 50 where left out.")
    String limit;
}
