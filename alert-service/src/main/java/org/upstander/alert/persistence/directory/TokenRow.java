package org.upstander.alert.persistence.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "api_token")
class TokenRow extends DirectoryRow {

    @Column(nullable = false)
    String hash;
}
