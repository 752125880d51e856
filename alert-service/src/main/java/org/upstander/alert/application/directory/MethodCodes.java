package org.upstander.alert.application.directory;

/** Makes one-time codes. */
public interface MethodCodes {

    /** An id that nobody can guess. */
    String newId();

    /** The code of this check: six digits, always the same for the same id. */
    String of(String checkId);
}
