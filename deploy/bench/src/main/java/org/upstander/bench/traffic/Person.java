package org.upstander.bench.traffic;

/**
 * An invented member of staff.
 *
 * @param staffId {@code st-0001}
 * @param name full name; no two people share it
 * @param firstName shared by several
 * @param handle on the platform {@value Traffic#PLATFORM}
 */
public record Person(String staffId, String name, String firstName, String handle) {}
