package org.upstander.alert.notify.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a receiver answered.
 *
 * @param status of HTTP
 * @param retryAfter the header, or null
 * @param body the beginning of it, at most 64 KiB, as UTF-8; hostile. Empty where it did not come
 *     soon after the head
 */
public record HttpAnswer(int status, String retryAfter, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON, never null; a missing node where it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
