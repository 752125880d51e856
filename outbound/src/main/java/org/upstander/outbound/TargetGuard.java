package org.upstander.outbound;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps requests from reaching inside: a URL is looked up once, every address of it is checked, and
 * the request then goes to a checked address. What cannot be read in one way only is refused.
 */
public final class TargetGuard {

    private static final Pattern HOST_NAME =
            Pattern.compile(
                    "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.|$)){4}(?<!\\.)");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");

    private final NameService names;
    private final AddressRules rules;
    private final Set<Integer> ports;

    /**
     * @param ports that may be reached on public addresses
     */
    public TargetGuard(NameService names, AddressRules rules, List<Integer> ports) {
        this.names = names;
        this.rules = rules;
        this.ports = Set.copyOf(ports);
    }

    /** The lane of a URL: its host and port, or the whole where it has none. */
    public static String laneOf(String url) {
        return Place.of(url).map(place -> place.host + ":" + place.port).orElse("unreadable");
    }

    /**
     * @param attempt counts from 1; a retry takes the next address of a name that has several
     * @return empty when the URL is not allowed, without a reason: that would tell a stranger what
     *     stands where. Fails when the name cannot be looked up.
     */
    public Uni<Optional<Target>> check(String url, int attempt) {
        return Place.of(url)
                .map(place -> addresses(place).map(found -> choose(place, found, attempt)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<List<InetAddress>> addresses(Place place) {
        if (!place.literal) {
            return names.resolve(place.host);
        }
        return Uni.createFrom().item(() -> List.of(literal(place.host)));
    }

    private Optional<Target> choose(Place place, List<InetAddress> found, int attempt) {
        boolean allowed = !found.isEmpty() && found.stream().allMatch(at -> allowed(place, at));
        return allowed
                ? Optional.of(place.at(found.get(Math.floorMod(attempt - 1, found.size()))))
                : Optional.empty();
    }

    private boolean allowed(Place place, InetAddress address) {
        return rules.named(address)
                || (place.tls
                        && !place.literal
                        && ports.contains(place.port)
                        && AddressRules.isPublic(address));
    }

    /** Only called on what one of the patterns above matched: asks no name server. */
    private static InetAddress literal(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }

    private record Place(String host, int port, boolean tls, boolean literal, String path) {

        static Optional<Place> of(String url) {
            try {
                return of(new URI(url));
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }

        private static Optional<Place> of(URI url) {
            boolean tls = "https".equalsIgnoreCase(url.getScheme());
            boolean http = "http".equalsIgnoreCase(url.getScheme());
            if (!tls && !http || url.getHost() == null || url.getRawUserInfo() != null) {
                return Optional.empty();
            }
            String host = url.getHost().toLowerCase(Locale.ROOT);
            if (host.endsWith(".")) {
                host = host.substring(0, host.length() - 1);
            }
            boolean literal = IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
            if (!literal && !HOST_NAME.matcher(host).matches()) {
                return Optional.empty();
            }
            int port = url.getPort() == -1 ? (tls ? 443 : 80) : url.getPort();
            return port < 1 || port > 65_535
                    ? Optional.empty()
                    : Optional.of(new Place(host, port, tls, literal, pathOf(url)));
        }

        private static String pathOf(URI url) {
            String path =
                    url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        }

        Target at(InetAddress address) {
            return new Target(address, port, tls, host, path);
        }
    }
}
