package org.upstander.alert.application.reading;

import java.util.Optional;

/** Places in a list, as callers carry them: opaque, and refused when changed. */
public interface Cursors {

    /**
     * @param list name of the list with its filters; a cursor of another list does not open
     * @param place where to go on
     */
    String seal(String list, String place);

    Optional<String> open(String list, String cursor);
}
