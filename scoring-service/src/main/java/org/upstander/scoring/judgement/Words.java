package org.upstander.scoring.judgement;

import java.util.Arrays;
import org.upstander.scoring.text.Folding;

/** Small closed classes of words whose role, not their sense, matters to the judge. */
final class Words {
    private static final int[] SECOND_PERSON =
            hashes(
                    "you your yours yourself u ur ya ye youre yourselves du dich dir dein deine deinen"
                            + " deiner tu te toi ton ta tes vous votre vos usted ti tuyo tuya eres voce"
                            + " sua seu lei tua tuo je jij jou jouw jullie");
    private static final int[] THIRD_PERSON =
            hashes(
                    "he she they him her his hers them their theirs himself herself themselves er sie"
                            + " ihn ihm ihr el ella lui elle ele ela hij zij ze hem haar");

    private Words() {}

    static boolean isSecondPerson(int hash) {
        return Arrays.binarySearch(SECOND_PERSON, hash) >= 0;
    }

    static boolean isThirdPerson(int hash) {
        return Arrays.binarySearch(THIRD_PERSON, hash) >= 0;
    }

    private static int[] hashes(String words) {
        return Arrays.stream(words.split(" ")).mapToInt(Folding::hash).sorted().toArray();
    }
}
