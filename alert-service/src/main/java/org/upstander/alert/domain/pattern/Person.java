package org.upstander.alert.domain.pattern;

/**
 * Who is protected, as patterns need to know them.
 *
 * @param staffId the operator's id
 * @param hours when they are at work
 * @param bar least probability of an attack that is one on them, 0 to 1
 */
public record Person(String staffId, WorkingHours hours, double bar) {}
