package org.upstander.alert.application.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstander.alert.application.Notifiers;
import org.upstander.alert.domain.Channel;

/** The channels that somebody serves; a contact may name no other. */
@ApplicationScoped
class ServedChannels {

    private final Set<Channel> channels = EnumSet.noneOf(Channel.class);
    private final Notifiers notifiers;

    ServedChannels(Notifiers notifiers) {
        this.notifiers = notifiers;
        channels.addAll(notifiers.served());
    }

    boolean serves(Channel channel) {
        return channels.contains(channel);
    }

    /** What the channel, which is served, has against an address. */
    Optional<String> refusal(Channel channel, String address) {
        return notifiers.of(channel).refusal(address);
    }

    String names() {
        return channels.stream().map(Channel::wireName).collect(Collectors.joining(", "));
    }
}
