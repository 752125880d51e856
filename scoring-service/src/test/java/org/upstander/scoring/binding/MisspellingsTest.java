package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class MisspellingsTest {

    @Property
    void findsEachNameWithOneLetterOff(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 6, max = 12) String name,
            @ForAll @IntRange(max = 3) int how,
            @ForAll @IntRange(max = 5) int at,
            @ForAll @CharRange(from = 'a', to = 'z') char letter) {
        StringBuilder changed = new StringBuilder(name);
        switch (how) {
            case 0 -> changed.deleteCharAt(at);
            case 1 -> changed.insert(at, letter);
            case 2 -> changed.setCharAt(at, letter);
            default -> {
                changed.setCharAt(at, name.charAt(5 - at));
                changed.setCharAt(5 - at, name.charAt(at));
            }
        }
        Assume.that(!changed.toString().equals(name));
        Assume.that(how < 3 || Math.abs(2 * at - 5) == 1);
        Alias alias = new Alias(0, Alias.Kind.FIRST, null);

        NameTable.Builder names = new NameTable.Builder();
        names.put(name, alias);
        Misspellings misspellings = new Misspellings(names.build());

        assertThat(misspellings.find(changed.toString())).containsExactly(alias);
        assertThat(misspellings.find(name)).isEmpty();
    }
}
