package org.upstander.alert.application.directory;

import java.util.List;
import java.util.Optional;

/**
 * Some entries in the order of their ids.
 *
 * @param items the entries
 * @param next id of the last one, where more follow
 */
public record EntryPage<T>(List<Stored<T>> items, Optional<String> next) {}
