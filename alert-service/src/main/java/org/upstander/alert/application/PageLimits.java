package org.upstander.alert.application;

import java.util.List;
import java.util.Map;
import org.upstander.alert.domain.Channel;
import org.upstander.alert.domain.Throttle;

/**
 * How often one address is paged.
 *
 * @param byChannel where a channel is missing, there is no limit
 */
public record PageLimits(Map<Channel, Throttle> byChannel) {

    private static final Throttle NONE = new Throttle(List.of());

    public PageLimits {
        byChannel = Map.copyOf(byChannel);
    }

    /** Without limits, where there are none for the channel. */
    Throttle of(Channel channel) {
        return byChannel.getOrDefault(channel, NONE);
    }
}
