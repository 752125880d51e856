package org.upstander.alert.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Adds to every operation the problems that any of them may answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiAnswers implements OASFilter {

    private static final Map<String, String> EVERYWHERE =
            Map.of("401", "Unauthorized", "403", "Forbidden", "503", "Unavailable");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach(
                        (path, item) -> {
                            if (!path.startsWith("/a/")) {
                                item.getOperations().values().forEach(OpenApiAnswers::complete);
                            }
                        });
    }

    private static void complete(Operation operation) {
        EVERYWHERE.forEach(
                (status, name) ->
                        operation
                                .getResponses()
                                .addAPIResponse(status, OASFactory.createAPIResponse().ref(name)));
    }
}
