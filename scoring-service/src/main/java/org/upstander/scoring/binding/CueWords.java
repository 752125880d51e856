package org.upstander.scoring.binding;

import java.util.Arrays;
import java.util.Set;

/** Words beside a name that tell whether it is one, in the languages that occur. */
final class CueWords {
    static final Set<String> VERBS =
            setOf(
                    "is was are were has had have does did do says said should can could would needs"
                            + " keeps thinks must never always just really still clearly isn wasn"
                            + " doesn didn couldn wouldn shouldn won will hasn can cant isnt please"
                            + " thank thanks gave got put drew wrote made took went came ran told"
                            + " sent left kept lost broke brought thought let set rang knew held sat"
                            + " stood paid from again may might better ist war hat es est a pas era sei foi tem heeft"
                            + " bent");

    /** "Hunter you mad dog": who is spoken to. */
    static final Set<String> ADDRESSED =
            setOf("you u ur your youre ya is du dich tu te vous jij je jou ti voce usted");

    /** No verbs, though they end as one. */
    static final Set<String> NO_VERBS = setOf("this thus less plus yes need seed only early");

    /** Names that ask, wish or tell where "you" follows. */
    static final Set<String> BEFORE_YOU = setOf("will may hope bet wish grant sue pat mark bless");

    /** Before a surname. */
    static final Set<String> HONORIFICS =
            setOf(
                    "mr mrs ms miss dr prof herr frau mme sr sra madame monsieur mevrouw meneer senora"
                            + " senor senhora senhor signora signor dona don sir madam queen coach"
                            + " comrade");

    static final Set<String> KIN =
            setOf(
                    "daughter son wife husband sister brother mother mum mom dad father aunt uncle"
                            + " cousin nephew niece girlfriend boyfriend friend"
                            + " flatmate roommate neighbour neighbor dog cat puppy horse hamster"
                            + " actor actress singer author oncle tante onkel voisin nachbar vecino vicino vizinho"
                            + " buurman");

    /** Before a name that is an everyday word, somebody or something famous; else mockery. */
    static final Set<String> TITLES =
            setOf(
                    "prince princess saint st hurricane storm general captain lord lady king grandma"
                            + " grandpa nan");

    static final Set<String> TIMES =
            setOf("january april may june july august summer spring autumn winter dawn");
    static final Set<String> TIME_CUES =
            setOf(
                    "in since until till from to by of last next early late mid this every each before after");
    static final Set<String> CLAUSE_STARTS =
            setOf(
                    "and but because that since when if why so how lol hey hi yo ok thanks dear"
                            + " meanwhile although though says said thinks sorry or"
                            + " und aber y pero mais et");
    static final Set<String> INDEFINITE =
            setOf(
                    "a an any another every no some as each one other many few two three former ein"
                            + " eine kein un una uno une um uma een geen");
    static final Set<String> DEFINITE =
            setOf(
                    "the our same this that your their these those ze teh der die das dem den unser"
                            + " unsere el la los las il lo le les o os de het onze nuestro nuestra"
                            + " notre nosso nossa dear mr mrs ms");

    /** They do not stand before a person's name in English. */
    static final Set<String> ARTICLES = setOf("a an the no every each");

    /** "let rich draw", "die drew": what stands before a name that is written small. */
    static final Set<String> BEFORE_A_NAME =
            setOf(
                    "does did let lets called call ask asked tell told blame fire ban die up eh human");

    /** "dear autumn", "sorry buck": somebody is spoken to, though the name is written small. */
    static final Set<String> GREETINGS =
            setOf("dear sorry hey hi oi hallo liebe lieber cher chere querida querido");

    /** "Bryn Road", "Rosamund House": behind a name that is a place's. */
    static final Set<String> PLACES =
            setOf(
                    "road street lane avenue drive close court house farm hall square park bridge"
                            + " station hill way terrace gardens grove crescent row mews wood valley"
                            + " island river creek beach hotel cafe inn strasse platz weg");

    /** The same where nothing is written with a capital. */
    static final Set<String> STREETS = setOf("road street lane avenue crescent strasse");

    /** "the mod desk", "ref notes": behind a role that is not somebody's. */
    static final Set<String> THINGS =
            setOf(
                    "desk team teams queue log logs room office tool tools mail inbox list board"
                            + " channel panel position role job application applications action"
                            + " actions island note notes guide handbook");

    /** "both Marks", "our two Danas". */
    static final Set<String> EVERYBODY =
            setOf("both two three all the beide deux deus dos due twee ambos");

    /** Behind a name at the beginning of a sentence: who, where or with whom. */
    static final Set<String> BESIDE_A_NAME =
            setOf("and in on at from the over with who aka und et y e en");

    private CueWords() {}

    private static Set<String> setOf(String words) {
        return Set.copyOf(Arrays.stream(words.split(" ")).distinct().toList());
    }
}
