package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Names that lead nowhere. They are warned of, not refused: scripts may PUT entries in any order.
 */
final class Missing {

    private Missing() {}

    static Uni<Optional<Violation>> of(
            DirectoryStore<?> store, String id, String pointer, String path) {
        if (id == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return store.find(id)
                .map(
                        found ->
                                found.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(warning(id, pointer, path)));
    }

    static Violation warning(String id, String pointer, String path) {
        return new Violation(pointer, "is not known yet; PUT /v1/%s/%s".formatted(path, id));
    }
}
