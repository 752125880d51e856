package org.upstander.alert.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds examples to the success answers that show what another operation shows, too: what a PUT
 * answers is what a GET answers, and a list is made of it. The same for the answers of openapi.yaml
 * that several operations refer to.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiExamples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT_JSON = "application/json";
    private static final String TEXT_HTML = "text/html";

    private static final Map<String, Map<String, String>> EXAMPLES =
            Map.ofEntries(
                    Map.entry("putStaffMember", Map.of(TEXT_JSON, Examples.STAFF_SHOWN)),
                    Map.entry("listStaff", Map.of(TEXT_JSON, list(Examples.STAFF_SHOWN))),
                    Map.entry("republishRoster", Map.of(TEXT_JSON, Examples.REPUBLISHED)),
                    Map.entry("putContact", Map.of(TEXT_JSON, Examples.CONTACT_SHOWN)),
                    Map.entry("listContacts", Map.of(TEXT_JSON, list(Examples.CONTACT_SHOWN))),
                    Map.entry("putPolicy", Map.of(TEXT_JSON, Examples.POLICY_SHOWN)),
                    Map.entry("listPolicies", Map.of(TEXT_JSON, list(Examples.POLICY_SHOWN))),
                    Map.entry("putSchedule", Map.of(TEXT_JSON, ScheduleExamples.SHOWN)),
                    Map.entry("listSchedules", Map.of(TEXT_JSON, list(ScheduleExamples.SHOWN))),
                    Map.entry("putThresholds", Map.of(TEXT_JSON, Examples.THRESHOLDS_SHOWN)),
                    Map.entry("putSilence", Map.of(TEXT_JSON, Examples.SILENCE_SHOWN)),
                    Map.entry("listSilences", Map.of(TEXT_JSON, list(Examples.SILENCE_SHOWN))),
                    Map.entry("putMaintenance", Map.of(TEXT_JSON, HoldExamples.MAINTENANCE_SHOWN)),
                    Map.entry(
                            "listMaintenance",
                            Map.of(TEXT_JSON, list(HoldExamples.MAINTENANCE_SHOWN))),
                    Map.entry("putEventMode", Map.of(TEXT_JSON, HoldExamples.EVENT_MODE_SHOWN)),
                    Map.entry(
                            "listEventModes",
                            Map.of(TEXT_JSON, list(HoldExamples.EVENT_MODE_SHOWN))),
                    Map.entry("putAuthorAlias", Map.of(TEXT_JSON, AuthorAliasExamples.SHOWN)),
                    Map.entry(
                            "listAuthorAliases",
                            Map.of(TEXT_JSON, list(AuthorAliasExamples.SHOWN))),
                    Map.entry("listTokens", Map.of(TEXT_JSON, list(Examples.TOKEN_SHOWN))),
                    Map.entry(
                            "listIncidents", Map.of(Answers.TEXT_CSV, ReadExamples.INCIDENTS_CSV)),
                    Map.entry(
                            "listAssessments",
                            Map.of(Answers.TEXT_CSV, ReadExamples.ASSESSMENTS_CSV)),
                    Map.entry(
                            "listNotifications",
                            Map.of(Answers.TEXT_CSV, ReadExamples.NOTIFICATIONS_CSV)),
                    Map.entry("listReviews", Map.of(Answers.TEXT_CSV, ReviewExamples.LIST_CSV)),
                    Map.entry("showAcknowledgeLink", Map.of(TEXT_HTML, ReadExamples.PAGE)),
                    Map.entry("acknowledgeByLink", Map.of(TEXT_HTML, ReadExamples.PAGE_AFTER)));

    private static final Map<String, Map<String, String>> SHARED =
            Map.of(
                    "IncidentNow", Map.of(TEXT_JSON, ReadExamples.INCIDENT),
                    "CalendarFeed", Map.of(TEXT_JSON, CalendarExamples.FEED));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        SHARED.forEach(
                (name, examples) ->
                        complete(api.getComponents().getResponses().get(name), examples));
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(OpenApiExamples::complete));
    }

    private static void complete(Operation operation) {
        Map<String, String> examples = EXAMPLES.getOrDefault(operation.getOperationId(), Map.of());
        operation
                .getResponses()
                .getAPIResponses()
                .forEach(
                        (status, answer) -> {
                            if (status.startsWith("2")) {
                                complete(answer, examples);
                            }
                        });
    }

    private static void complete(APIResponse answer, Map<String, String> examples) {
        if (answer.getContent() == null) {
            return;
        }
        examples.forEach(
                (type, text) -> {
                    MediaType content = answer.getContent().getMediaType(type);
                    if (content != null) {
                        content.addExample(
                                "answer",
                                OASFactory.createExample()
                                        .value(type.equals(TEXT_JSON) ? parsed(text) : text));
                    }
                });
    }

    private static String list(String item) {
        return "{\"items\":[" + item + "],\"next\":null}";
    }

    private static Object parsed(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
