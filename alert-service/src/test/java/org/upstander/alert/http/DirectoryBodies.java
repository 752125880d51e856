package org.upstander.alert.http;

/** Bodies of requests that put an entry of the directory. */
final class DirectoryBodies {

    private static final String FULL =
            """
            {"displayName":"Dana Okafor","names":["Dana Okafor","Dana"],
             "handles":[{"platform":"forum","handle":"@dana_cm"}],"roleTitles":["the head mod"],
             "pronouns":"she/her","timeZone":"Europe/Berlin","workingHours":"Mon-Fri 09:00-17:30","junior":true,
             "protected":[{"kind":"phone","value":"+1 202 555-0142"},{"kind":"address","value":"12 Lime Street"}],
             "escalation":{"contactId":"%s","policyId":"default"},
             "notice":{"channel":"email","address":"dana@example.org"}}""";

    private DirectoryBodies() {}

    static String staff(String contact) {
        return FULL.formatted(contact);
    }

    static String contact(String mail) {
        return "{\"displayName\":\"Lead\",\"methods\":[{\"channel\":\"email\",\"address\":\"%s\",\"verified\":true}]}"
                .formatted(mail);
    }

    static String policy(String contact) {
        return """
               {"displayName":"Own","steps":[{"afterSeconds":0,"targets":[{"staffContact":true}]},
                {"afterSeconds":300,"targets":[{"contactId":"%s"}]}],"repeat":2,"lastResort":{"contactId":"%s"}}"""
                .formatted(contact, contact);
    }
}
