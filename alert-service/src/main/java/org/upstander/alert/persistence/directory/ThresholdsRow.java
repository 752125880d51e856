package org.upstander.alert.persistence.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "thresholds")
class ThresholdsRow extends DirectoryRow {

    @Column(name = "updated_by", nullable = false)
    String updatedBy;
}
