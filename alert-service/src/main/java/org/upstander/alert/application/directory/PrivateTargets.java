package org.upstander.alert.application.directory;

/**
 * Whether the operator lets private addresses through; then a peer of one's own may be reached by
 * http, too.
 */
public record PrivateTargets(boolean allowed) {}
