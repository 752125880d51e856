package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who wrote something, as the source names them. At least one of {@code id} and {@code handle} is
 * given.
 *
 * @param id the source's own stable id, or null
 * @param handle the name others address, without {@code @}, or null
 * @param displayName the name shown, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Author(String id, String handle, String displayName) {}
