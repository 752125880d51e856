package org.upstander.alert.kafka;

import org.upstander.contracts.v1.Author;

final class Authors {

    private Authors() {}

    static org.upstander.alert.domain.Author toDomain(Author author) {
        return author == null
                ? org.upstander.alert.domain.Author.UNKNOWN
                : new org.upstander.alert.domain.Author(
                        author.id(),
                        author.handle(),
                        author.displayName(),
                        author.bot(),
                        author.staff());
    }
}
