package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.bind;
import static org.upstander.scoring.binding.Rosters.community;
import static org.upstander.scoring.binding.Rosters.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Mention;

/** Names and identifiers that are written so that no machine should find them. */
class DisguisedNamesTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    d@n@, give up                 | cm-07
                    D*na is away                  | cm-07
                    D. A. N. A. is away           | cm-07
                    D.A.N.A. is away              | cm-07
                    d a n a o k a f o r           | cm-07
                    b j 0 r n is away             | cm-09
                    daaaaanaaaa ur away           | cm-07
                    W£ll is away                  |
                    W!ll is away                  | cm-08
                    dana okafro is away           | cm-07
                    danna okafor is away          | cm-07
                    MartaQuillLied                | cm-10
                    #WillIsAway                   | cm-08
                    FireWill                      | cm-08
                    """)
    void shouldSeeThroughTheDisguise(String text, String staff) {
        assertThat(bind(community(), post(text)).stream().map(Mention::staffId))
                .isEqualTo(staff == null ? List.of() : List.of(staff));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    two oh two, five five five, oh one four two | phone
                    202-555-O-142                               | phone
                    twelve Thistlebrook Lane, the blue door     | street
                    12 Thistlebrook Ln.                         | street
                    dana.home[at]example.net                    | email
                    dana.home @ example . net is hers           | email
                    dana dot home at example dot net            | email
                    look up quiet underscore heron_77           | handle
                    """)
    void shouldReadIdentifiersThatAreSpelledOut(String text, String kind) {
        assertThat(bind(community(), post(text)))
                .anySatisfy(
                        m -> {
                            assertThat(m.how()).isEqualTo(BindingKind.PROTECTED);
                            assertThat(m.protectedKind()).isEqualTo(kind);
                        });
    }

    @Test
    void shouldTakeNoCountingForANumber() {
        assertThat(bind(community(), post("one two three four five six seven eight nine ten")))
                .isEmpty();
    }
}
