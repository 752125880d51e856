package org.upstander.standalone.mailbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page. Whatever comes from a mail is hostile and is shown as text, never as markup. */
final class MailboxHtml {

    /** A link to this machine: what the services put into their mails. */
    private static final Pattern OWN_LINK =
            Pattern.compile("http://(?:127\\.0\\.0\\.1|localhost)(?::\\d+)?/[A-Za-z0-9/_.~:=%-]*");

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
            <title>Upstander mailbox</title>
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fafafa}
            article{background:#fff;border:1px solid #ddd;border-radius:.5rem;padding:1rem;margin:1rem 0}
            h2{font-size:1.1rem;margin:0}
            p{color:#666;margin:.2rem 0}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,monospace;margin:.5rem 0 0}
            </style></head><body>
            <h1>Mailbox</h1>
            <p>Every mail that the alert-service sends, newest first. Nothing leaves this machine.
            The same as JSON: <a href="/messages">/messages</a></p>
            """;

    private MailboxHtml() {}

    static String page(List<Mail> mails) {
        StringBuilder page = new StringBuilder(HEAD);
        if (mails.isEmpty()) {
            page.append("<p>No mail yet.</p>\n");
        }
        mails.forEach(mail -> append(page, mail));
        return page.append("</body></html>\n").toString();
    }

    private static void append(StringBuilder page, Mail mail) {
        page.append("<article><h2>").append(escaped(mail.subject())).append("</h2>\n<p>to ");
        page.append(escaped(mail.to())).append(" from ").append(escaped(mail.from()));
        page.append(" at ").append(mail.receivedAt()).append("</p>\n<pre>");
        page.append(withLinks(mail.text() == null ? "" : mail.text())).append("</pre></article>\n");
    }

    private static String withLinks(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = OWN_LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            // The pattern lets through nothing that needs escaping.
            html.append(escaped(text.substring(from, link.start())));
            html.append("<a href=\"").append(link.group()).append("\">");
            html.append(link.group()).append("</a>");
            from = link.end();
        }
        return html.append(escaped(text.substring(from))).toString();
    }

    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(isUnsafe(c) ? '\uFFFD' : c);
            }
        }
        return html.toString();
    }

    /** Control characters, and those that turn the direction of what follows. */
    private static boolean isUnsafe(char c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
