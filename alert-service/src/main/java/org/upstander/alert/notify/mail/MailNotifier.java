package org.upstander.alert.notify.mail;

import io.quarkus.qute.Engine;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.upstander.alert.application.Deadline;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.application.DeliveryResult;
import org.upstander.alert.application.FailureKind;
import org.upstander.alert.application.Notifier;
import org.upstander.alert.config.SmtpConfig;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.notify.Lanes;
import org.upstander.alert.notify.Results;

/** E-mail by one SMTP relay. Made at start, so that a wrong setting shows then. */
@Startup
@ApplicationScoped
class MailNotifier implements Notifier {

    private static final int SMTPS = 465;
    private static final String RELAY = "relay";

    private final MailClient client;
    private final MailComposer composer;
    private final Lanes lanes;
    private final Duration timeout;

    @Inject
    MailNotifier(SmtpConfig config, Vertx vertx, Engine templates) {
        this(config, vertx, templates, System::nanoTime);
    }

    MailNotifier(SmtpConfig config, Vertx vertx, Engine templates, LongSupplier nanoTime) {
        if (!MailAddress.isPlain(config.from())) {
            throw new IllegalArgumentException(
                    "UPSTANDER_SMTP_FROM must be a bare address like upstander@example.org");
        }
        this.client = MailClient.create(vertx, settings(config));
        this.composer = new MailComposer(config.from(), templates);
        this.lanes = new Lanes(config.connections(), config.timeout(), nanoTime);
        this.timeout = config.timeout();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Uni<DeliveryResult> send(Delivery delivery) {
        return MailAddress.isPlain(delivery.address())
                ? lanes.in(RELAY, delivery.lease(), deadline -> mail(delivery, deadline))
                : Uni.createFrom().item(Results.refused(FailureKind.CLIENT_ERROR));
    }

    private Uni<DeliveryResult> mail(Delivery delivery, Deadline deadline) {
        return composer.compose(delivery)
                .chain(mail -> hand(new TimelyMail(mail, deadline)))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(SmtpAnswers::of);
    }

    private Uni<DeliveryResult> hand(MailMessage mail) {
        return Uni.createFrom()
                .completionStage(() -> client.sendMail(mail).toCompletionStage())
                .map(sent -> Results.delivered(sent.getMessageID()));
    }

    /**
     * The client of the mailer extension with what the extension's own settings do not offer: a
     * relay that accepts and then says nothing must not keep a connection for ever.
     */
    private static MailConfig settings(SmtpConfig config) {
        int millis = (int) config.timeout().toMillis();
        MailConfig settings =
                new MailConfig()
                        .setHostname(config.host())
                        .setPort(config.port())
                        .setSsl(config.port() == SMTPS)
                        .setStarttls(startTls(config))
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setMaxPoolSize(config.connections())
                        .setLogin(
                                config.user().isPresent()
                                        ? LoginOption.REQUIRED
                                        : LoginOption.NONE);
        settings.setConnectTimeout(millis)
                .setIdleTimeout(millis)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        config.user().ifPresent(settings::setUsername);
        config.password().ifPresent(settings::setPassword);
        return settings;
    }

    private static StartTLSOptions startTls(SmtpConfig config) {
        if (config.port() == SMTPS) {
            return StartTLSOptions.DISABLED;
        }
        return switch (config.starttls()) {
            case REQUIRED -> StartTLSOptions.REQUIRED;
            case OPTIONAL -> StartTLSOptions.OPTIONAL;
            case DISABLED -> StartTLSOptions.DISABLED;
        };
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
