package org.upstander.alert.persistence.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "contact")
class ContactRow extends DirectoryRow {}
