package org.upstander.alert.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.infrastructure.InfrastructureResource;

/** What there may be of everything: as much is taken, one more is refused with the number. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class LimitsIT extends RestTestBase {

    private static final String METHOD =
            "{\"channel\":\"email\",\"address\":\"n%d@example.org\",\"verified\":true}";
    private static final String CONTACT = "{\"displayName\":\"C\",\"methods\":[%s]}";
    private static final String STEP =
            "{\"afterSeconds\":%d,\"targets\":[{\"staffContact\":true}]}";
    private static final String POLICY =
            "{\"displayName\":\"P\",\"lastResort\":{\"contactId\":\"ct-9\"},\"steps\":[%s]}";
    private static final String TARGET = "{\"contactId\":\"ct-%d\"}";
    private static final String ONE_STEP =
            "{\"displayName\":\"P\",\"lastResort\":{\"contactId\":\"ct-9\"},\"steps\":[{\"targets\":[%s]}]}";
    private static final String LAYER =
            "{\"every\":\"week\",\"start\":\"2026-01-05T09:0%d\",\"contacts\":[\"ct-1\"]}";
    private static final String SCHEDULE =
            "{\"displayName\":\"S\",\"timeZone\":\"UTC\",\"layers\":[%s]}";
    private static final String PERSON = "\"ct-%d\"";
    private static final String ONE_LAYER =
            "{\"displayName\":\"S\",\"timeZone\":\"UTC\",\"layers\":[{\"every\":\"week\","
                    + "\"start\":\"2026-01-05T09:00\",\"contacts\":[%s]}]}";

    /** One body for each of what is counted. */
    enum Counted {
        METHODS("contacts", CONTACT, METHOD),
        STEPS("policies", POLICY, STEP),
        TARGETS("policies", ONE_STEP, TARGET),
        LAYERS("schedules", SCHEDULE, LAYER.replace("0%d", "00")),
        TURNS("schedules", ONE_LAYER, PERSON);

        private final String list;
        private final String body;
        private final String item;

        Counted(String list, String body, String item) {
            this.list = list;
            this.body = body;
            this.item = item;
        }

        String of(int count) {
            return body.formatted(
                    IntStream.range(0, count)
                            .mapToObj(item::formatted)
                            .collect(Collectors.joining(",")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "METHODS, 20, /methods",
        "STEPS, 20, /steps",
        "TARGETS, 20, /steps/0/targets",
        "LAYERS, 20, /layers",
        "TURNS, 100, /layers/0/contacts"
    })
    void asManyAsThereMayBeAndOneMore(Counted what, int most, String pointer) {
        String path = "/v1/" + what.list + "/" + fresh("l");
        json(what.of(most)).put(path).then().statusCode(201);
        json(what.of(most + 1))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body(
                        "errors.detail",
                        hasItem(containsString((most + 1) + " items; at most " + most)));
    }
}
