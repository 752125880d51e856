package org.upstander.ingest.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.upstander.ingest.reading.Html;

/** The page behind a personal link: one tap, a name if she knows it, and it is told. No scripts. */
final class ReportPage {

    private static final Map<CharSequence, String> SAFE =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
                    "Referrer-Policy",
                    "no-referrer",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Robots-Tag",
                    "noindex",
                    HttpHeaders.CACHE_CONTROL,
                    "no-store");

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Somebody contacted me</title>
            <style>
            body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:0 auto;padding:1rem;color:#1b1b1f;background:#fff}
            label{display:block;margin:.9rem 0 .2rem}
            input[type=text],select,textarea{font:inherit;width:100%%;box-sizing:border-box;padding:.6rem;border:1px solid #767680;border-radius:.4rem}
            button{font:inherit;width:100%%;margin-top:1.2rem;padding:.9rem;border:0;border-radius:.4rem;background:#0b57a4;color:#fff}
            .wrong{border-left:.3rem solid #b3261e;padding-left:.8rem}
            </style></head><body><main>
            %s
            </main></body></html>
            """;

    private static final String FORM =
            """
            <h1>Somebody contacted me</h1>
            <p>This is noted for your protection. It is shown nowhere in the community, and whoever it is about is not told.</p>
            %s
            <form method="post">
            <input type="hidden" name="at" value="%s">
            <label for="kind">What happened</label>
            <select id="kind" name="kind">
            <option value="friend-request">A friend request</option>
            <option value="follow">Follows me</option>
            <option value="direct-message">A direct message</option>
            <option value="email">An e-mail</option>
            <option value="call">A call</option>
            <option value="in-person">In person</option>
            </select>
            <label for="account">Where</label>
            <select id="account" name="account">
            <option value="personal">My private account or number</option>
            <option value="professional">My account at work</option>
            </select>
            <label for="handle">Who (a name, an account, or "unknown")</label>
            <input type="text" id="handle" name="handle" maxlength="256" autocomplete="off" required>
            <label for="note">Anything else (you may leave this empty)</label>
            <textarea id="note" name="note" rows="3" maxlength="4000"></textarea>
            <button type="submit">Report it</button>
            </form>""";

    private static final String THANKS =
            """
            <h1>Thank you</h1>
            <p>It is noted. If it worries you, talk to your contact now; if you are in danger, call your local emergency number.</p>""";

    private static final String OVER =
            """
            <h1>This link is over</h1>
            <p>Ask whoever gave it to you for a new one.</p>""";

    private ReportPage() {}

    /**
     * @param at when it happened unless she says otherwise, RFC 3339
     * @param wrong what was wrong with what she sent; none at first
     */
    static Answer form(int status, String at, List<String> wrong) {
        StringBuilder problems = new StringBuilder();
        wrong.forEach(
                one ->
                        problems.append("<p class=\"wrong\" role=\"alert\">")
                                .append(Html.escaped(one))
                                .append("</p>"));
        return page(status, FORM.formatted(problems, Html.escaped(at)));
    }

    static Answer thanks() {
        return page(200, THANKS);
    }

    static Answer over() {
        return page(404, OVER);
    }

    private static Answer page(int status, String main) {
        return Answer.page(status, Buffer.buffer(PAGE.formatted(main))).with(SAFE);
    }
}
