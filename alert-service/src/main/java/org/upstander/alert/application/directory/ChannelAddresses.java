package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstander.alert.domain.Channel;

/**
 * The shape that each channel's URL has. By http, which only a peer of one's own speaks, the path
 * may be any, but where the channel takes the URL apart.
 */
@ApplicationScoped
class ChannelAddresses {

    private static final Pattern SLACK = Pattern.compile("/services/[^/]+/[^/]+/[^/]+");
    private static final Pattern TEAMS = Pattern.compile("/.*workflows/.+/triggers/.+");
    private static final Pattern DISCORD =
            Pattern.compile("/api/(v\\d+/)?webhooks/\\d+/[A-Za-z0-9_-]+");
    private static final Pattern MATTERMOST = Pattern.compile("(/.*)?/hooks/[A-Za-z0-9]+");
    private static final Pattern NTFY = Pattern.compile("(/.*)?/[A-Za-z0-9_-]{1,64}");
    private static final Pattern NTFY_QUERY = Pattern.compile("token=[A-Za-z0-9_.-]{1,200}");
    private static final Pattern GOALERT = Pattern.compile("(/.*)?/api/v2/generic/incoming");
    private static final Pattern GOALERT_QUERY = Pattern.compile("(.*&)?token=[^&]+(&.*)?");

    private final boolean privateTargets;

    ChannelAddresses(PrivateTargets privateTargets) {
        this.privateTargets = privateTargets.allowed();
    }

    /**
     * What is wrong with an address, and the fix; empty where it is fine.
     *
     * @param address not blank
     */
    Optional<String> problem(Channel channel, String address) {
        return switch (channel) {
            case WEBHOOK ->
                    unless(
                            url(address).isPresent(),
                            "must be an http or https URL with a host, without user name or fragment");
            case SLACK, TEAMS, DISCORD, MATTERMOST, NTFY, GOALERT, ALERTMANAGER ->
                    url(address)
                            .map(uri -> insecure(uri).or(() -> shape(channel, uri)))
                            .orElseGet(
                                    () ->
                                            Optional.of(
                                                    "must be an https URL with a host, without user name or fragment"));
            default -> Optional.empty();
        };
    }

    private Optional<String> insecure(URI uri) {
        return unless(
                secure(uri) || privateTargets,
                "must begin with https://; http is for a peer in a private network, with UPSTANDER_ALLOW_PRIVATE_TARGETS set");
    }

    private static Optional<String> shape(Channel channel, URI uri) {
        return switch (channel) {
            case SLACK ->
                    path(
                            uri,
                            SLACK,
                            "must be the URL of an incoming webhook, https://hooks.slack.com/services/T…/B…/…; add one to your Slack app under Incoming Webhooks");
            case TEAMS -> teams(uri);
            case DISCORD ->
                    path(
                            uri,
                            DISCORD,
                            "must be the URL of a webhook, https://discord.com/api/webhooks/{id}/{token}; copy it under Edit Channel, Integrations");
            case MATTERMOST ->
                    path(
                            uri,
                            MATTERMOST,
                            "must be the URL of an incoming webhook, https://{your server}/hooks/{key}; copy it under Integrations");
            case NTFY -> ntfy(uri);
            case GOALERT ->
                    unless(
                            GOALERT_QUERY.matcher(query(uri)).matches()
                                    && (!secure(uri) || GOALERT.matcher(uri.getPath()).matches()),
                            "must be the URL of a Generic API integration key, https://{your server}/api/v2/generic/incoming?token=…");
            default -> alertmanager(uri);
        };
    }

    private static Optional<String> teams(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).endsWith(".webhook.office.com")
                ? Optional.of(
                        "is a connector, which Microsoft has switched off; create a workflow 'Post to a channel when a webhook request is received' in Teams and send its URL")
                : path(
                        uri,
                        TEAMS,
                        "must be the URL of a workflow's trigger, https://…/workflows/…/triggers/…; create 'Post to a channel when a webhook request is received' in Teams");
    }

    /** A topic of the public server is no secret that we may rely on. */
    private static Optional<String> ntfy(URI uri) {
        boolean token = NTFY_QUERY.matcher(query(uri)).matches();
        if (!NTFY.matcher(uri.getPath()).matches() || !(token || query(uri).isEmpty())) {
            return Optional.of(
                    "must be the URL of a topic, https://{your server}/{topic}, or with an access token https://{server}/{topic}?token=tk_…");
        }
        return unless(
                token || !uri.getHost().toLowerCase(Locale.ROOT).matches("(.*\\.)?ntfy\\.sh\\.?"),
                "is a topic that anybody may read; reserve it on ntfy.sh and add an access token, https://ntfy.sh/{topic}?token=tk_…, or use a server of your own");
    }

    private static Optional<String> alertmanager(URI uri) {
        return unless(
                query(uri).isEmpty() && !uri.getPath().contains("/api/"),
                "must be the base URL of Alertmanager, such as https://alertmanager.example.org; /api/v2/alerts is added to it");
    }

    private static Optional<String> path(URI uri, Pattern shape, String fix) {
        return unless(!secure(uri) || shape.matcher(uri.getPath()).matches(), fix);
    }

    private static Optional<String> unless(boolean fine, String problem) {
        return fine ? Optional.empty() : Optional.of(problem);
    }

    private static boolean secure(URI uri) {
        return "https".equals(uri.getScheme());
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    private static Optional<URI> url(String address) {
        try {
            URI uri = new URI(address);
            return Optional.of(uri)
                    .filter(at -> secure(at) || "http".equals(at.getScheme()))
                    .filter(at -> at.getHost() != null && at.getRawUserInfo() == null)
                    .filter(at -> at.getRawFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
