package org.upstander.alert.notify.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.util.stream.Collectors;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.Message.Bundle;
import org.upstander.alert.application.Message.Digest;
import org.upstander.alert.application.Message.IncidentPage;
import org.upstander.alert.application.Message.NoiseNotice;
import org.upstander.alert.application.Message.Note;
import org.upstander.alert.application.Message.SourceNotice;
import org.upstander.alert.application.Message.TargetNotice;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.notify.NoiseText;
import org.upstander.alert.notify.SafeText;
import org.upstander.alert.notify.SourceText;
import org.upstander.alert.notify.StableId;

/** Makes the mail: text first, a small HTML beside it, and headers that thread by incident. */
final class MailComposer {

    private static final int MAX_ID = 80;
    private static final int URGENT = 3;

    private final String from;
    private final String domain;
    private final Engine templates;

    /**
     * @param from a bare address
     * @param templates escapes values in HTML
     */
    MailComposer(String from, Engine templates) {
        this.from = from;
        this.templates = templates;
        this.domain = from.substring(from.lastIndexOf('@') + 1);
    }

    Uni<MailMessage> compose(Delivery delivery) {
        Message message = delivery.message();
        if (message instanceof Note note) {
            return Uni.createFrom().item(quiet(delivery, note.title(), note.text()));
        }
        if (message instanceof SourceNotice notice) {
            return Uni.createFrom()
                    .item(quiet(delivery, SourceText.title(notice), SourceText.text(notice)));
        }
        if (message instanceof NoiseNotice notice) {
            return Uni.createFrom()
                    .item(quiet(delivery, NoiseText.title(notice), NoiseText.text(notice)));
        }
        if (message instanceof Digest digest) {
            return Uni.createFrom().item(digest(delivery, digest));
        }
        if (message instanceof Bundle bundle) {
            return Uni.createFrom().item(bundle(delivery, bundle));
        }
        return message instanceof IncidentPage page
                ? page(delivery, page)
                : notice(delivery, (TargetNotice) message);
    }

    private Uni<MailMessage> page(Delivery delivery, IncidentPage page) {
        Texts texts = Texts.in(page.locale());
        PageView view = PageView.of(page, texts);
        MultiMap headers = headers(delivery);
        String root = messageId(StableId.of(page.incidentId()) + ".root");
        headers.set("In-Reply-To", root).set("References", root);
        if (page.severity() >= URGENT) {
            headers.set("X-Priority", "1");
        }
        return Uni.combine()
                .all()
                .unis(
                        template("pageText.txt", texts).data("page", view).createUni(),
                        template("pageHtml.html", texts).data("page", view).createUni())
                .with(
                        (text, html) ->
                                mail(delivery.address(), headers, text, html)
                                        .setSubject(
                                                texts.filled(
                                                        "mail.page.subject",
                                                        page.severity(),
                                                        view.name(),
                                                        view.incidentId())));
    }

    /** No severity, kind or place: the subject shows on a locked screen. */
    private Uni<MailMessage> notice(Delivery delivery, TargetNotice notice) {
        Texts texts = Texts.in(notice.locale());
        String name = PageView.name(notice.staffName(), "");
        String hello =
                name.isEmpty()
                        ? texts.of("mail.notice.unnamed")
                        : texts.of("mail.notice.hello", name);
        String incident = SafeText.unlinked(notice.incidentId(), MAX_ID);
        return Uni.combine()
                .all()
                .unis(
                        notice("noticeText.txt", texts, hello, incident).createUni(),
                        notice("noticeHtml.html", texts, hello, incident).createUni())
                .with(
                        (text, html) ->
                                mail(delivery.address(), headers(delivery), text, html)
                                        .setSubject(texts.of("notice.title")));
    }

    /** Text only: ids, counts and links. */
    private MailMessage bundle(Delivery delivery, Bundle bundle) {
        int severity = bundle.pages().stream().mapToInt(IncidentPage::severity).max().orElse(0);
        Texts texts = Texts.in(bundle.pages().get(0).locale());
        MultiMap headers = headers(delivery);
        if (severity >= URGENT) {
            headers.set("X-Priority", "1");
        }
        return new MailMessage()
                .setFrom(from)
                .setTo(delivery.address())
                .setHeaders(headers)
                .setSubject(texts.filled("mail.bundle.subject", severity, bundle.pages().size()))
                .setText(
                        texts.of("mail.bundle.intro", bundle.pages().size())
                                + "\n\n"
                                + bundle.pages().stream()
                                        .map(page -> entry(page, texts))
                                        .collect(Collectors.joining("\n"))
                                + "\n"
                                + texts.of("mail.bundle.footer")
                                + "\n");
    }

    /** Asks nothing of anybody, so it is never urgent. */
    private MailMessage digest(Delivery delivery, Digest digest) {
        return new MailMessage()
                .setFrom(from)
                .setTo(delivery.address())
                .setHeaders(headers(delivery))
                .setSubject(DigestText.subject(digest))
                .setText(DigestText.of(digest));
    }

    private static String entry(IncidentPage page, Texts texts) {
        String head =
                texts.filled(
                        "mail.bundle.entry",
                        SafeText.unlinked(page.incidentId(), MAX_ID),
                        SafeText.unlinked(page.staffId(), MAX_ID),
                        page.severity(),
                        page.postCount(),
                        page.authorCount());
        return "%s\n  %s\n  %s\n"
                .formatted(
                        head,
                        texts.of("mail.bundle.take", page.acknowledgeUrl().toASCIIString()),
                        texts.of("mail.bundle.read", page.incidentUrl().toASCIIString()));
    }

    /** Plain text only, and never urgent: there is nothing to click, and nobody is called. */
    private MailMessage quiet(Delivery delivery, String title, String text) {
        return new MailMessage()
                .setFrom(from)
                .setTo(delivery.address())
                .setHeaders(headers(delivery))
                .setText(text + "\n")
                .setSubject(title);
    }

    private TemplateInstance notice(String id, Texts texts, String hello, String incident) {
        return template(id, texts).data("hello", hello).data("incidentId", incident);
    }

    private TemplateInstance template(String id, Texts texts) {
        return templates.getTemplate("mail/" + id).instance().data("text", texts);
    }

    private MailMessage mail(String to, MultiMap headers, String text, String html) {
        return new MailMessage()
                .setFrom(from)
                .setTo(to)
                .setHeaders(headers)
                .setText(text)
                .setHtml(html);
    }

    private MultiMap headers(Delivery delivery) {
        return MultiMap.caseInsensitiveMultiMap()
                .set("Message-ID", messageId(StableId.of(delivery.id())))
                .set("Auto-Submitted", "auto-generated")
                .set("X-Auto-Response-Suppress", "All")
                .set("Precedence", "bulk")
                .set("List-Id", "Upstander <upstander." + domain + ">");
    }

    private String messageId(String local) {
        return "<" + local + "@" + domain + ">";
    }
}
