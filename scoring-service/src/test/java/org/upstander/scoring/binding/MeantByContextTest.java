package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.answer;
import static org.upstander.scoring.binding.Rosters.bind;
import static org.upstander.scoring.binding.Rosters.community;
import static org.upstander.scoring.binding.Rosters.member;
import static org.upstander.scoring.binding.Rosters.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.StaffMember;

/** Who is meant where the name alone does not say it. */
class MeantByContextTest {
    private static final List<StaffMember> TWO_OF_A_NAME =
            List.of(
                    member("s1", "Robin Castellane", List.of("Robin", "Robin C"))
                            .with("forum", "robin_c")
                            .role("release manager")
                            .build(),
                    member("s2", "Robin Oyelaran", List.of("Robin", "Oyelaran"))
                            .with("forum", "oyelaran")
                            .role("night-shift support")
                            .build());

    @Test
    void shouldTakeTheOneWhomTheTitleNamesWhereTheTextNamesNobody() {
        Post post = post("forum", "heath", "Dana Okafor on the new rules", null, "she has no clue");

        assertThat(bind(community(), post))
                .singleElement()
                .satisfies(
                        m -> {
                            assertThat(m.staffId()).isEqualTo("cm-07");
                            assertThat(m.how()).isEqualTo(BindingKind.PRONOUN);
                            assertThat(m.span()).isEqualTo(new Span(0, 3));
                            assertThat(m.titleSpans()).containsExactly(new Span(0, 11));
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Dana Okafor or Will Thackeray | vote below
                    Where does the bandana go     | she has no clue
                    """)
    void shouldTakeNobodyFromATitleThatNamesSeveralOrNone(String title, String text) {
        assertThat(bind(community(), post("forum", "heath", title, null, text))).isEmpty();
    }

    @Test
    void shouldTakeTheOneWhomTheAnsweredPostNames() {
        Post post = answer("Is Dana Okafor any good?", "no, she has no clue");

        assertThat(bind(community(), post))
                .singleElement()
                .satisfies(
                        m -> {
                            assertThat(m.staffId()).isEqualTo("cm-07");
                            assertThat(m.how()).isEqualTo(BindingKind.PRONOUN);
                            assertThat(m.parentSpans()).containsExactly(new Span(3, 14));
                        });
        assertThat(bind(community(), answer("Dana or Will?", "neither"))).isEmpty();
        assertThat(bind(community(), answer("Who is that?", "no clue"))).isEmpty();
    }

    @Test
    void shouldLetTheTextSayWhoIsMeantBeforeTheTitle() {
        Post post = post("forum", "heath", "Dana Okafor on the rules", null, "Will locked it");

        assertThat(staff(community(), post)).containsExactly("cm-08");
    }

    @Test
    void shouldKnowWhoIsAnsweredByTheirFullNameToo() {
        Post post = post("mail", "heath", null, "Dana Okafor", "you did that");

        assertThat(staff(community(), post)).containsExactly("cm-07");
    }

    @Test
    void shouldNotLetAnAccountTakeTheNameOfWhomItAttacks() {
        Post.Author impostor = new Post.Author("9", "heath", "dana_cm");
        Post plain = post("Dana is away");
        Post post =
                new Post(
                        "p",
                        "r",
                        "forum",
                        "1",
                        impostor,
                        null,
                        null,
                        plain.text(),
                        false,
                        null,
                        null,
                        null);

        assertThat(staff(community(), post)).containsExactly("cm-07");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Robin on night-shift is away     | s2
                    robin (release) is away          | s1
                    Robin is away                    |
                    """)
    void shouldTellTwoOfOneNameApartByTheRoleBesideIt(String text, String staff) {
        List<String> meant = staff(TWO_OF_A_NAME, post("mail", "heath", null, null, text));

        assertThat(meant).isEqualTo(staff == null ? List.of() : List.of(staff));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    both Robins are away
                    our two Robins are away
                    """)
    void shouldTakeAllBearersOfANameWhereAllAreMeant(String text) {
        assertThat(staff(TWO_OF_A_NAME, post(text))).containsExactlyInAnyOrder("s1", "s2");
    }

    @Test
    void shouldGiveARoleToWhomItIsSaidOf() {
        // Dana is the head mod, and not meant.
        assertThat(staff(community(), post("Marta Quill, the head mod, is away")))
                .containsExactly("cm-10");
        assertThat(staff(community(), post("our head mod Björn is away"))).containsExactly("cm-09");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the mod locked it           | cm-07
                    our tired head mod again    | cm-07
                    Last time, head mod: stop   | cm-07
                    the CM is away              | cm-08
                    CM away again               | cm-08
                    """)
    void shouldKnowShorterWordsForARole(String text, String staff) {
        assertThat(staff(community(), post(text))).containsExactly(staff);
    }

    private static List<String> staff(List<StaffMember> roster, Post post) {
        return bind(roster, post).stream().map(Mention::staffId).toList();
    }
}
