package org.upstander.alert.notify.http;

/**
 * What a receiver answered.
 *
 * @param status of HTTP
 * @param retryAfter the header, or null
 * @param body the beginning of it, at most 64 KiB, as UTF-8; hostile. Empty where it did not come
 *     soon after the head
 */
public record HttpAnswer(int status, String retryAfter, String body) {}
