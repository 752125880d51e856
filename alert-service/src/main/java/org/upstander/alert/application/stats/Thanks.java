package org.upstander.alert.application.stats;

import java.util.List;

/**
 * What is supportive, beside the attacks.
 *
 * @param supportive how many mentions
 * @param latest the latest of them that have a link, at most 5 of the last 7 days; without text
 */
public record Thanks(long supportive, List<ThanksReader.Praise> latest) {

    static final int MOST = 5;

    public Thanks {
        latest = List.copyOf(latest);
    }

    /** The same without links to what is about this person: they are for who passes them on. */
    public Thanks withoutLinksAbout(String staffId) {
        return new Thanks(
                supportive,
                latest.stream().filter(praise -> !praise.staffId().equals(staffId)).toList());
    }
}
