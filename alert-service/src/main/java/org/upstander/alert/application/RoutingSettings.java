package org.upstander.alert.application;

import java.time.Duration;

/**
 * What the operator decides about who may be called.
 *
 * @param actedWithin how long before an incident a moderation action against one of its authors
 *     counts, so that whoever took it is not called alone; zero for not at all
 */
public record RoutingSettings(Duration actedWithin) {}
