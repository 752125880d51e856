package org.upstander.alert.application.stats;

/**
 * Whom a statistic is about.
 *
 * @param staff id of the member of staff, or null: everybody
 * @param source platform of the posts, or null: everywhere
 */
public record StatsFilter(String staff, String source) {}
