package org.upstander.alert.notify;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real SMTP server and a real HTTP receiver, and the settings by which the service finds them.
 */
public class ReceiversResource implements QuarkusTestResourceLifecycleManager {

    private static GreenMail mailbox;
    private static WireMockServer receiver;

    /** Where mails arrive. */
    public static GreenMail mailbox() {
        return mailbox;
    }

    /** Where webhooks arrive. */
    public static WireMockServer receiver() {
        return receiver;
    }

    @Override
    public Map<String, String> start() {
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        receiver = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        receiver.start();
        return Map.of(
                "upstander.smtp.host", "127.0.0.1",
                "upstander.smtp.port", Integer.toString(mailbox.getSmtp().getPort()),
                "upstander.smtp.starttls", "DISABLED",
                "upstander.webhook.secret", "demo-whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "upstander.webhook.allowed-networks", "127.0.0.0/8");
    }

    @Override
    public void stop() {
        mailbox.stop();
        receiver.stop();
    }
}
