package org.upstander.alert.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event that waits for Kafka. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String topic;
    String key;
    String type;
    byte[] value;

    @Column(name = "created_at")
    Instant createdAt;
}
