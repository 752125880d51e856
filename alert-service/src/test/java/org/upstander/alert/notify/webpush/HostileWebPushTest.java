package org.upstander.alert.notify.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.upstander.alert.application.Delivery;
import org.upstander.alert.notify.HostileTextTestBase;

/** Web Push: whatever it says fits into one record, one line a fact. */
class HostileWebPushTest extends HostileTextTestBase {

    @Override
    protected String compose(Delivery delivery) {
        return new String(PushBody.of(delivery), StandardCharsets.UTF_8);
    }

    @Override
    protected List<String> constants() {
        return List.of();
    }

    @Override
    protected int maxBytes() {
        return Aes128Gcm.MAX_TEXT + 1;
    }

    @Override
    protected void check(JsonNode body) {
        assertThat(body.path("body").asText().lines()).hasSizeLessThanOrEqualTo(7);
        assertThat(body.path("tag").asText()).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(body.path("actions")).hasSize(2);
    }
}
