package org.upstander.bench.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.upstander.bench.load.ClosedLoop;
import org.upstander.bench.load.HttpRequests;
import org.upstander.bench.traffic.Staff;
import org.upstander.bench.traffic.SyntheticPost;
import org.upstander.bench.traffic.Traffic;
import org.upstander.contracts.Topics;

/**
 * R14: deliveries per second to a source that is signed for (HMAC-SHA256 over the body), by those
 * to a source of the same type and service that only has its secret in a header. Nothing else
 * differs, so what is between them is the signature.
 */
final class SignedDoor implements Measurement {

    private static final String HMAC_SHA256 = "HmacSHA256";
    private static final String TOKEN = "X-Token";
    private static final int TEXTS = 20_000;
    private static final int CONNECTIONS = 64;

    /** More than a window can take: what came before is not stored again, which would be faster. */
    private static final int DELIVERIES = 80_000;

    private static final Duration RAMP = Duration.ofMillis(500);
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final List<SyntheticPost> texts = new Traffic(Staff.of(1_000, 11), 18).posts(TEXTS);
    private int number;

    private record Round(double signed, double told) {
        double ratio() {
            return signed / told;
        }
    }

    @Override
    public String name() {
        return "R14";
    }

    @Override
    public List<Figure> run(Options options) {
        try (Bench bench = new Bench(options, name())) {
            IngestAlone ingest = new IngestAlone(bench, options, Map.of());
            ingest.source("signed", "json", settings(), true);
            ingest.source("told", "json", settings().put("tokenHeader", TOKEN), true);
            WarmUp warmUp = new WarmUp();
            warmUp.run("R14 signed", () -> delivered(bench, ingest, true));
            warmUp.run("R14 told", () -> delivered(bench, ingest, false));
            List<Round> rounds = new ArrayList<>();
            for (int i = 1; i <= options.rounds(); i++) {
                Round round =
                        new Round(delivered(bench, ingest, true), delivered(bench, ingest, false));
                System.out.printf(
                        "  R14 round %d signed %,.0f deliveries/s, told %,.0f deliveries/s, ratio %.3f%n",
                        i, round.signed(), round.told(), round.ratio());
                rounds.add(round);
            }
            return figures(rounds);
        }
    }

    private double delivered(Bench bench, IngestAlone ingest, boolean signed) {
        List<byte[]> requests = requests(ingest.port(), signed);
        long before = bench.topics().end(Topics.POSTS);
        ClosedLoop.Outcome outcome =
                ClosedLoop.run(ingest.port(), requests, CONNECTIONS, RAMP, WINDOW);
        Work.check("R14", outcome, outcome.accepted(), bench.topics().end(Topics.POSTS) - before);
        return outcome.perSecond();
    }

    private List<byte[]> requests(int port, boolean signed) {
        Mac mac = mac();
        List<byte[]> requests = new ArrayList<>(DELIVERIES);
        for (int i = 0; i < DELIVERIES; i++) {
            byte[] body = texts.get(i % TEXTS).numbered(number++).asRequest();
            String proof =
                    signed
                            ? "sha256=" + HexFormat.of().formatHex(mac.doFinal(body))
                            : IngestAlone.SECRET;
            requests.add(
                    HttpRequests.post(
                            port,
                            "/v1/webhooks/" + (signed ? "signed" : "told"),
                            Map.of(
                                    "Content-Type",
                                    "application/json",
                                    signed ? "X-Hub-Signature-256" : TOKEN,
                                    proof),
                            body));
        }
        return requests;
    }

    private static ObjectNode settings() {
        ObjectNode settings = Api.JSON.createObjectNode();
        settings.put("postsPerMinute", 1_000_000); // what is measured is no flood
        settings.putObject("mapping")
                .put("externalId", "/externalId")
                .put("author.id", "/author/id")
                .put("author.handle", "/author/handle")
                .put("thread.id", "/thread/id")
                .put("thread.title", "/thread/title")
                .put("text", "/text")
                .put("createdAt", "/createdAt")
                .put("url", "/url");
        return settings;
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA256);
            mac.init(
                    new SecretKeySpec(
                            IngestAlone.SECRET.getBytes(StandardCharsets.UTF_8), HMAC_SHA256));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new BenchFailure("every JDK has HMAC-SHA256", e);
        }
    }

    private static List<Figure> figures(List<Round> rounds) {
        return List.of(
                Figure.ratio(
                        "R14",
                        "webhook door, signed / with the secret in a header",
                        Spread.of(rounds, Round::ratio),
                        0.85),
                Figure.detail(
                        "R14_subject",
                        "signed, 64 connections",
                        Spread.of(rounds, Round::signed),
                        "posts/s"),
                Figure.detail(
                        "R14_control",
                        "secret in a header",
                        Spread.of(rounds, Round::told),
                        "posts/s"));
    }
}
