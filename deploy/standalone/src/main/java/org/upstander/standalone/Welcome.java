package org.upstander.standalone;

import java.time.Duration;

/** What is printed once everything is ready. */
final class Welcome {

    private Welcome() {}

    static String text(Settings settings, Ports ports, Secrets secrets, Duration took) {
        return """

               Upstander is ready (%d s).

                 ingest-service   http://127.0.0.1:%d
                 scoring-service  http://127.0.0.1:%d
                 alert-service    http://127.0.0.1:%d
                 mailbox          %s
                 token            %s
                 data and logs    %s

               Try next, in another terminal:

                 TOKEN='%s'

                 # What has been flagged, and what was sent about it
                 curl -s -H "Authorization: Bearer $TOKEN" http://127.0.0.1:%d/v1/incidents
                 curl -s -H "Authorization: Bearer $TOKEN" http://127.0.0.1:%d/v1/notifications

               %s
               Stop with Ctrl-C.

               """
                .formatted(
                        took.toSeconds(),
                        ports.ingest(),
                        ports.scoring(),
                        ports.alert(),
                        mailbox(settings, ports),
                        secrets.adminToken(),
                        settings.home(),
                        secrets.adminToken(),
                        ports.alert(),
                        ports.alert(),
                        ownStory(ports));
    }

    private static String mailbox(Settings settings, Ports ports) {
        return settings.ownMailServer()
                ? "(mails go to " + settings.passedOn().get("UPSTANDER_SMTP_HOST") + ")"
                : "http://127.0.0.1:" + ports.mailbox() + "/";
    }

    /** From nothing to a page, whether there is a demo or not. */
    private static String ownStory(Ports ports) {
        return """
                 # Your own: somebody to call, somebody to protect, and a post that attacks her
                 curl -s -X PUT http://127.0.0.1:%d/v1/contacts/lead -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                   -d '{"displayName":"Lead","methods":[{"channel":"email","address":"lead@example.org","verified":true}]}'
                 curl -s -X PUT http://127.0.0.1:%d/v1/staff/sam -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                   -d '{"displayName":"Sam Example","names":["Sam Example"],"handles":[{"platform":"forum","handle":"sam_x"}],"escalation":{"contactId":"lead"}}'
                 curl -s http://127.0.0.1:%d/v1/posts -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                   -d '{"source":"forum","externalId":"1","author":{"handle":"anna"},"text":"@sam_x you are a worthless idiot and everybody here despises you."}'
               """
                .formatted(ports.alert(), ports.alert(), ports.ingest());
    }
}
