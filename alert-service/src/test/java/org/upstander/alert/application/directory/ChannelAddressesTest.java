package org.upstander.alert.application.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.alert.domain.Channel;

/** Which addresses a channel takes, and what is said about the others. */
class ChannelAddressesTest {

    private final ChannelAddresses addresses = new ChannelAddresses(new PrivateTargets(false));
    private final ChannelAddresses inside = new ChannelAddresses(new PrivateTargets(true));

    @ParameterizedTest
    @CsvSource({
        "SLACK,https://hooks.slack.com/services/T00/B00/XXX",
        "TEAMS,https://x.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0a/triggers/manual/paths/invoke?sig=s",
        "TEAMS,https://prod-1.westeurope.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?sig=s",
        "DISCORD,https://discord.com/api/webhooks/123/tok-en_x",
        "DISCORD,https://discord.com/api/v10/webhooks/123/tok-en_x?thread_id=7",
        "MATTERMOST,https://chat.example.org/hooks/u2x8rkfugj8zbqby9pw3huqnyc",
        "MATTERMOST,https://example.org/chat/hooks/u2x8",
        "NTFY,https://ntfy.example.org/oncall-x",
        "NTFY,https://ntfy.sh/oncall-x?token=tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2",
        "GOALERT,https://goalert.example.org/api/v2/generic/incoming?token=2f3c",
        "ALERTMANAGER,https://alertmanager.example.org",
        "ALERTMANAGER,https://example.org:8443/alertmanager/",
        "WEBHOOK,http://hooks.example.org/x"
    })
    void isFine(Channel channel, String address) {
        assertThat(addresses.problem(channel, address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK,https://hooks.slack.com/workflows/T00/1/2,/services/",
        "SLACK,https://hooks.slack.com/services/T00,/services/",
        "SLACK,C012AB3CD,https URL",
        "SLACK,https://user@hooks.slack.com/services/T00/B00/XXX,user name",
        "TEAMS,https://example.webhook.office.com/webhookb2/x/IncomingWebhook/y/z,switched off",
        "TEAMS,https://example.org/hook,workflow",
        "DISCORD,https://discord.com/channels/1/2,/api/webhooks/",
        "MATTERMOST,https://chat.example.org/api/v4/posts,/hooks/",
        "NTFY,https://ntfy.sh/oncall-x,access token",
        "NTFY,https://NTFY.SH/oncall-x,access token",
        "NTFY,https://ntfy.example.org/,topic",
        "NTFY,https://ntfy.example.org/oncall?auth=x,topic",
        "GOALERT,https://goalert.example.org/api/v2/generic/incoming,token=",
        "GOALERT,https://goalert.example.org/alerts?token=2f3c,integration key",
        "ALERTMANAGER,https://alertmanager.example.org/api/v2/alerts,base URL",
        "ALERTMANAGER,https://alertmanager.example.org?x=y,base URL",
        "WEBHOOK,ftp://example.org/x,http or https URL"
    })
    void isRefusedWithTheFix(Channel channel, String address, String fix) {
        assertThat(addresses.problem(channel, address).orElseThrow()).contains(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK,http://127.0.0.1:9000/services/T00/B00/XXX",
        "TEAMS,http://127.0.0.1:9000/teams",
        "MATTERMOST,http://chat.internal/hooks/u2x8",
        "NTFY,http://ntfy.internal/oncall",
        "GOALERT,http://goalert.internal/api/v2/generic/incoming?token=2f3c",
        "ALERTMANAGER,http://alertmanager.internal:9093"
    })
    void httpIsForPeersInside(Channel channel, String address) {
        assertThat(inside.problem(channel, address)).isEmpty();
        assertThat(addresses.problem(channel, address).orElseThrow())
                .contains("UPSTANDER_ALLOW_PRIVATE_TARGETS");
    }

    @Test
    void insideTooATopicAndATokenAreNeeded() {
        assertThat(inside.problem(Channel.NTFY, "http://ntfy.internal/")).isPresent();
        assertThat(inside.problem(Channel.GOALERT, "http://goalert.internal/x")).isPresent();
        assertThat(inside.problem(Channel.NTFY, "http://ntfy.sh/topic")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"SLACK", "TEAMS", "DISCORD", "MATTERMOST", "NTFY", "GOALERT", "ALERTMANAGER"})
    void noProblemRepeatsTheAddress(Channel channel) {
        assertThat(addresses.problem(channel, "https://s3cr3t.example.org/api/s3cr3t?x").orElse(""))
                .isNotEmpty()
                .doesNotContain("s3cr3t");
    }
}
