package org.upstander.alert.persistence;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Channel;

/** Channels that reach nobody by themselves, for statements. */
public final class Besides {

    /** As {@code ('inbox', 'digest')}. */
    public static final String CHANNELS =
            Arrays.stream(Channel.values())
                    .filter(channel -> !channel.reaches())
                    .map(channel -> "'" + channel.wireName() + "'")
                    .collect(Collectors.joining(", ", "(", ")"));

    private Besides() {}
}
