package org.upstander.alert.persistence.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "schedule")
class ScheduleRow extends DirectoryRow {}
