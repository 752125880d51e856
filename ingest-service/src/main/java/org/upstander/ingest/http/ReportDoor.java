package org.upstander.ingest.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstander.access.Scopes;
import org.upstander.ingest.application.report.SelfReports;
import org.upstander.ingest.domain.Limits;
import org.upstander.ingest.domain.RejectReason;
import org.upstander.ingest.domain.Violation;

/** Where personal links are made, and where they lead. */
@ApplicationScoped
class ReportDoor {

    private static final List<HttpMethod> POST = List.of(HttpMethod.POST);
    private static final List<HttpMethod> PAGE = List.of(HttpMethod.GET, HttpMethod.POST);
    private static final String LINKS = "/v1/self-report-links";
    private static final String PAGES = "/v1/self-reports/";
    private static final int FORM_BYTES = 32 * 1024;
    private static final int MOST_DAYS = 400;
    private static final int USUAL_DAYS = 180;

    private final SelfReports reports;
    private final Clock clock;

    ReportDoor(SelfReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** As a link is wanted. */
    record Wanted(String staff, Integer days) {}

    /** As it was made. */
    record Made(String staff, String path, String expiresAt) {}

    void open(@Observes Router router) {
        router.route(LINKS)
                .handler(
                        call ->
                                Serving.guarded(
                                        call,
                                        POST,
                                        Scopes.ADMIN,
                                        (request, loop) -> make(request)));
        router.route(PAGES + ":link")
                .handler(
                        call ->
                                Serving.serve(
                                        call,
                                        PAGE,
                                        (request, loop) ->
                                                page(call.pathParam("link"), request, loop)));
    }

    private Future<Answer> make(HttpServerRequest request) {
        return Bodies.read(request, HttpLimits.SOURCE_BYTES)
                .map(
                        body -> {
                            Wanted wanted = JsonBody.read(body, Wanted.class);
                            int days = wanted.days() == null ? USUAL_DAYS : wanted.days();
                            check(wanted.staff(), days);
                            SelfReports.Made made =
                                    reports.link(wanted.staff(), Duration.ofDays(days));
                            return Answer.json(
                                    201,
                                    new Made(
                                            wanted.staff(),
                                            PAGES + made.link(),
                                            made.until().toString()));
                        });
    }

    static void checkStaff(String staff) {
        if (staff == null || staff.isBlank() || staff.length() > Limits.STAFF_ID) {
            throw wrong(
                    "/staff", "/staff must be the id of a member of staff: 1 to 128 characters.");
        }
    }

    private static void check(String staff, int days) {
        checkStaff(staff);
        if (days < 1 || days > MOST_DAYS) {
            throw wrong("/days", "/days must be 1 to %d.".formatted(MOST_DAYS));
        }
    }

    private static BadRequest wrong(String pointer, String detail) {
        return BadRequest.invalid(Violation.of(pointer, RejectReason.NOT_ALLOWED, detail));
    }

    private Future<Answer> page(String link, HttpServerRequest request, Context eventLoop) {
        if (HttpMethod.GET.equals(request.method())) {
            return Future.succeededFuture(
                    reports.isOpen(link)
                            ? ReportPage.form(200, now(), List.of())
                            : ReportPage.over());
        }
        return Bodies.read(request, FORM_BYTES)
                .compose(
                        body -> {
                            SelfReports.Report report = report(fields(body));
                            return Future.fromCompletionStage(reports.take(link, report), eventLoop)
                                    .map(outcome -> answer(outcome, report));
                        });
    }

    private Answer answer(SelfReports.Outcome outcome, SelfReports.Report report) {
        if (outcome instanceof SelfReports.Outcome.Wrong wrong) {
            return ReportPage.form(400, report.at(), wrong.why());
        }
        if (outcome instanceof SelfReports.Outcome.TooMany) {
            return ReportPage.form(
                    429,
                    report.at(),
                    List.of("There were very many reports. Try again in an hour."));
        }
        return outcome instanceof SelfReports.Outcome.NoLink
                ? ReportPage.over()
                : ReportPage.thanks();
    }

    private SelfReports.Report report(Map<String, String> fields) {
        return new SelfReports.Report(
                fields.get("kind"),
                fields.get("handle"),
                fields.get("account"),
                fields.getOrDefault("at", now()),
                fields.get("note"));
    }

    /**
     * What an HTML form sends; blank fields are missing, and of two of one name the first counts.
     */
    static Map<String, String> fields(byte[] body) {
        try {
            Map<String, String> fields = new HashMap<>();
            new QueryStringDecoder(new String(body, StandardCharsets.UTF_8), false)
                    .parameters()
                    .forEach(
                            (name, values) -> {
                                if (!values.get(0).isBlank()) {
                                    fields.put(name, values.get(0));
                                }
                            });
            return fields;
        } catch (IllegalArgumentException e) {
            throw wrong("", "send the form as a browser does (application/x-www-form-urlencoded).");
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
