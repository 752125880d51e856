package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.scoring.binding.Alias.Kind;

class NameTableTest {

    @Test
    void aNameGivesBackEverybodyWhoHasItAsTheyWerePut() {
        // Given: one of every kind, the last person that a large roster has, two spellings of one
        // handle
        NameTable.Builder builder = new NameTable.Builder();
        Alias[] sam =
                Stream.concat(
                                Stream.of(Kind.values()).map(kind -> new Alias(3, kind, null)),
                                Stream.of(
                                        new Alias(99_999, Kind.HANDLE, "sam_x"),
                                        new Alias(99_999, Kind.HANDLE, "sam-x"),
                                        new Alias(0, Kind.INITIALS, "S\u00d8")))
                        .toArray(Alias[]::new);
        Alias lee = new Alias(1, Kind.FIRST, null);
        for (Alias alias : sam) {
            builder.put("sam x", alias);
        }
        builder.put("lee", lee);

        // When
        NameTable names = builder.build();

        // Then
        assertThat(names.size()).isEqualTo(2);
        assertThat(names.of("sam x")).containsExactly(sam);
        assertThat(names.of("lee")).containsExactly(lee);
        assertThat(names.of("sam")).isEmpty();
    }

    @Test
    void aNameKnowsOfWhichKindsItIs() {
        NameTable.Builder builder = new NameTable.Builder();
        builder.put("mod", new Alias(0, Kind.FIRST, null));
        builder.put("mod", new Alias(1, Kind.ROLE, null));

        NameTable names = builder.build();

        assertThat(names.hasKind(0, kind -> kind == Kind.ROLE)).isTrue();
        assertThat(names.hasKind(0, kind -> kind == Kind.HANDLE)).isFalse();
    }
}
