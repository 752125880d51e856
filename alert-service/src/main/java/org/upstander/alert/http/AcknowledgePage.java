package org.upstander.alert.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
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
 */
public record AcknowledgePage(String title, String text, List<Fact> facts, String button) {

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
    static AcknowledgePage ask(Outcome.Valid valid) {
        IncidentView incident = valid.incident();
        if (!"open".equals(incident.state())) {
            return done(valid);
        }
        return new AcknowledgePage(
                "Acknowledge this incident?",
                "You tell the others that you are taking care. Nobody else is called after that, unless the policy wants more people.",
                facts(incident),
                "I am taking care");
    }

    /** After the button was pressed, by whomever. */
    static AcknowledgePage done(Outcome.Valid valid) {
        IncidentView incident = valid.incident();
        if ("open".equals(incident.state())) {
            return new AcknowledgePage(
                    "Acknowledged by you",
                    "The policy wants more people: others are called until they acknowledge, too.",
                    facts(incident),
                    null);
        }
        String by = incident.acknowledged() == null ? "somebody" : incident.acknowledged().by();
        return new AcknowledgePage(
                "resolved".equals(incident.state()) ? "Already resolved" : "Acknowledged",
                "resolved".equals(incident.state())
                        ? "Nothing is left to do."
                        : "Acknowledged by %s. Nobody else is called.".formatted(by),
                facts(incident),
                null);
    }

    static AcknowledgePage expired() {
        return new AcknowledgePage(
                "This link has expired",
                "Open the incident in Upstander to see where it stands.",
                List.of(),
                null);
    }

    static AcknowledgePage unknown() {
        return new AcknowledgePage(
                "This link does not work",
                "It is incomplete or was changed, or the incident is gone. Use the link in the message as it is.",
                List.of(),
                null);
    }

    private static List<Fact> facts(IncidentView incident) {
        return List.of(
                new Fact("Incident", incident.id()),
                new Fact("Member of staff", incident.staffId()),
                new Fact("Severity", incident.severity() + " of 4"),
                new Fact("Categories", String.join(", ", incident.categories())),
                new Fact("Posts so far", Integer.toString(incident.postCount())),
                new Fact("Opened", incident.openedAt().toString()),
                new Fact("State", incident.state()));
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
