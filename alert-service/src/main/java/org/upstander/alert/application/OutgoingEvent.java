package org.upstander.alert.application;

/**
 * One record for Kafka, already in bytes. Made by an encoder in {@code kafka}, the only package
 * that knows topics and contracts.
 *
 * @param topic where to
 * @param key orders: same key, same order
 * @param type CloudEvents type
 * @param value JSON, or null for a tombstone
 */
public record OutgoingEvent(String topic, String key, String type, byte[] value) {}
