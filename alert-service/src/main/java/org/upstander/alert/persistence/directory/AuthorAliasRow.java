package org.upstander.alert.persistence.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "author_alias")
class AuthorAliasRow extends DirectoryRow {

    @Column(name = "declared_by", nullable = false)
    String declaredBy;
}
