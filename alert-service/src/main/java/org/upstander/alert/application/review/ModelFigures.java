package org.upstander.alert.application.review;

/**
 * How right a model was on what was reviewed.
 *
 * @param model its version
 * @param source of the posts
 * @param reviewed assessments that somebody reviewed; of several reviews the last one counts
 * @param attacks of them, those that the model called an attack
 * @param rightAttacks of these, those that are one
 * @param missedAttacks attacks that the model called something else
 * @param spam reviewed as spam
 * @param mistakenPerson reviewed as meaning somebody else
 * @param precision rightAttacks / attacks; null where there is none
 * @param recall rightAttacks / (rightAttacks + missedAttacks), of what was reviewed; null where
 *     there is none
 */
public record ModelFigures(
        String model,
        String source,
        long reviewed,
        long attacks,
        long rightAttacks,
        long missedAttacks,
        long spam,
        long mistakenPerson,
        Double precision,
        Double recall) {

    public static ModelFigures of(
            String model,
            String source,
            long reviewed,
            long attacks,
            long rightAttacks,
            long missedAttacks,
            long spam,
            long mistakenPerson) {
        return new ModelFigures(
                model,
                source,
                reviewed,
                attacks,
                rightAttacks,
                missedAttacks,
                spam,
                mistakenPerson,
                share(rightAttacks, attacks),
                share(rightAttacks, rightAttacks + missedAttacks));
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
}
