package org.upstander.alert.application;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.upstander.alert.domain.Channel;

/** The channels that work here. */
public class Notifiers {

    private final Map<Channel, Notifier> byChannel = new EnumMap<>(Channel.class);

    public Notifiers(Iterable<Notifier> notifiers) {
        notifiers.forEach(notifier -> byChannel.put(notifier.channel(), notifier));
    }

    /** Channels that somebody serves. */
    public Set<Channel> served() {
        return Set.copyOf(byChannel.keySet());
    }

    /**
     * @param channel one of {@link #served()}
     */
    public Notifier of(Channel channel) {
        Notifier notifier = byChannel.get(channel);
        if (notifier == null) {
            throw new IllegalArgumentException("nobody serves " + channel);
        }
        return notifier;
    }
}
