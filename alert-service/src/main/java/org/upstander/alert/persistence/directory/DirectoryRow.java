package org.upstander.alert.persistence.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What the rows of all directory tables have. */
@MappedSuperclass
abstract class DirectoryRow {

    @Id String id;

    @Column(nullable = false)
    String document;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;
}
