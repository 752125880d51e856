package org.upstander.alert.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.application.reading.AcknowledgeByLink.Outcome;
import org.upstander.alert.application.reading.IncidentView;

/**
 * What the page behind an acknowledge link says: no post text, no author. Whoever holds the mail
 * may open it.
 *
 * @param title heading
 * @param text a sentence or two
 * @param facts about the incident; empty for none
 * @param button what it says, or null for none
 * @param language in which all that is written
 */
public record AcknowledgePage(
        String title, String text, List<Fact> facts, String button, String language) {

    private static final String STYLE =
            "body{font-family:sans-serif;margin:2rem auto;max-width:34rem;padding:0 1rem;line-height:1.5}"
                    + "dt{font-weight:bold}dd{margin:0 0 .5rem}"
                    + "button{font-size:1.2rem;padding:.7rem 1.4rem}";

    /** Nothing from elsewhere, no script, no frame around it; only our own style. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    .formatted(sha256(STYLE));

    public record Fact(String name, String value) {}

    public String style() {
        return STYLE;
    }

    /** Before the button was pressed. */
    static AcknowledgePage ask(Outcome.Valid valid, Texts texts) {
        IncidentView incident = valid.incident();
        return "open".equals(incident.state())
                ? page("link.ask", facts(incident, texts), texts.of("link.ask.button"), texts)
                : done(valid, texts);
    }

    /** After the button was pressed, by whomever. */
    static AcknowledgePage done(Outcome.Valid valid, Texts texts) {
        IncidentView incident = valid.incident();
        List<Fact> facts = facts(incident, texts);
        return switch (incident.state()) {
            case "open" -> page("link.more", facts, null, texts);
            case "resolved" -> page("link.resolved", facts, null, texts);
            default ->
                    new AcknowledgePage(
                            texts.of("link.done.title"),
                            texts.of("link.done.text", by(incident, texts)),
                            facts,
                            null,
                            texts.language());
        };
    }

    private static String by(IncidentView incident, Texts texts) {
        return incident.acknowledged() == null
                ? texts.of("link.somebody")
                : incident.acknowledged().by();
    }

    static AcknowledgePage expired(Texts texts) {
        return page("link.expired", List.of(), null, texts);
    }

    static AcknowledgePage unknown(Texts texts) {
        return page("link.unknown", List.of(), null, texts);
    }

    private static AcknowledgePage page(String key, List<Fact> facts, String button, Texts texts) {
        return new AcknowledgePage(
                texts.of(key + ".title"), texts.of(key + ".text"), facts, button, texts.language());
    }

    private static List<Fact> facts(IncidentView incident, Texts texts) {
        return List.of(
                new Fact(texts.of("link.incident"), incident.id()),
                new Fact(texts.of("link.staff"), incident.staffId()),
                new Fact(
                        texts.of("link.severity"),
                        texts.of("link.severityOf", incident.severity())),
                new Fact(
                        texts.of("link.categories"),
                        String.join(", ", texts.kinds(incident.categories(), incident.patterns()))),
                new Fact(texts.of("link.posts"), Integer.toString(incident.postCount())),
                new Fact(texts.of("link.opened"), incident.openedAt().toString()),
                new Fact(texts.of("link.state"), texts.of("link.state." + incident.state())));
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
