package org.upstander.contracts.v1;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who wrote something, as the source names them. At least one of {@code id} and {@code handle} is
 * given.
 *
 * @param id the source's own stable id, or null
 * @param handle the name others address, without {@code @}, or null
 * @param displayName the name shown, or null
 * @param bot whether the source says that it is a program; null where it does not say. Information
 *     only: a person attacks through a program, too
 * @param staff whether the source says that it helps to run the place; null where it does not say.
 *     Information only, and nobody of the roster by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Author(String id, String handle, String displayName, Boolean bot, Boolean staff) {}
