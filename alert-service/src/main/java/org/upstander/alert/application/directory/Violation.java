package org.upstander.alert.application.directory;

/**
 * One thing that is wrong with what was handed in.
 *
 * @param pointer JSON pointer of the field, {@code /escalation/contactId}
 * @param detail what is wrong, the limit, and the fix; never repeats the value
 */
public record Violation(String pointer, String detail) {}
