package org.upstander.scoring.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstander.scoring.binding.Rosters.ambiguous;
import static org.upstander.scoring.binding.Rosters.bind;
import static org.upstander.scoring.binding.Rosters.community;
import static org.upstander.scoring.binding.Rosters.post;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstander.scoring.domain.AmbiguousName;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.StaffMember;

class RosterBinderTest {

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Dana Okafor answered late            | cm-07 | name     | Dana Okafor
                    thanks dana                          | cm-07 | name     | dana
                    Dana's answer came late              | cm-07 | name     | Dana
                    ask Okafor about it                  | cm-07 | name     | Okafor
                    ok Dee, got it                       | cm-07 | nickname | Dee
                    ping @dana_cm please                 | cm-07 | handle   | dana_cm
                    dana_cm wrote that                   | cm-07 | handle   | dana_cm
                    u/dana_cm wrote that                 | cm-07 | handle   | dana_cm
                    our friend Okafor locked it          | cm-07 | name     | Okafor
                    Saint Okafor locked it               | cm-07 | name     | Okafor
                    same old head mod                    | cm-07 | role     | head mod
                    the head mod locked it               | cm-07 | role     | head mod
                    is our community manager around      | cm-08 | role     | community manager
                    D4na locked it                       | cm-07 | name     | D4na
                    D a n a  O k a f o r locked it       | cm-07 | name     | D a n a  O k a f o r
                    Dаnа locked it                       | cm-07 | name     | Dаnа
                    daaaana locked it                    | cm-07 | name     | daaaana
                    D\u200Ba\u200Bna locked it           | cm-07 | name     | D\u200Ba\u200Bna
                    Okafr locked it                      | cm-07 | variant  | Okafr
                    #FireDanaNow                         | cm-07 | name     | Dana
                    bjorn is away                        | cm-09 | name     | bjorn
                    Sørlund-Vance is away                | cm-09 | name     | Sørlund-Vance
                    Vance is away today                  | cm-09 | name     | Vance
                    I think Will is away                 | cm-08 | name     | Will
                    Will, stop that                      | cm-08 | name     | Will
                    Will locked it                       | cm-08 | name     | Will
                    stop that, will.                     | cm-08 | name     | will
                    dear will, how brave of you          | cm-08 | name     | will
                    sorry will for the caps              | cm-08 | name     | will
                    """)
    void shouldBindWhoIsMeant(String text, String staff, String how, String words) {
        Post post = post(text);

        List<Mention> mentions = bind(community(), post);

        assertThat(mentions).singleElement();
        Mention mention = mentions.get(0);
        assertThat(mention.staffId()).isEqualTo(staff);
        assertThat(mention.how().wire()).isEqualTo(how);
        assertThat(post.text().substring(mention.span().start(), mention.span().end()))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Will this ever be fixed?
                    it will never be fixed
                    where there is a will there is a way
                    Dana Scully was my favourite agent
                    my dog Dana ate the box
                    @dana_cm_2 is somebody else
                    write to dana@example.com
                    Bandana sale
                    a community manager is wanted
                    every head mod does that
                    my phone is 202 555 0177
                    12 Thornbrook Lane
                    my friend Okafor locked it
                    Captain Will sank the ship
                    The dana ate my crumbs
                    Dana Road is closed again
                    the damp in Okafor House
                    walked down dana lane
                    the head mod desk took nine days
                    """)
    void shouldLetGoWhoIsNot(String text) {
        assertThat(bind(community(), post(text))).isEmpty();
    }

    @Test
    void shouldBindNobodyWhereSeveralHaveTheNameAndNothingTells() {
        assertThat(bind(community(), post("blog", "heath", null, null, "Marta is away"))).isEmpty();
    }

    @Test
    void shouldReportAllWhoMayBeMeant() {
        assertThat(
                        ambiguous(
                                community(),
                                post("blog", "heath", null, null, "So Marta is away again")))
                .containsExactly(new AmbiguousName(new Span(3, 8), List.of("cm-10", "cm-11")));
        assertThat(ambiguous(community(), post("forum", "heath", null, null, "Marta is away")))
                .isEmpty();
        assertThat(ambiguous(community(), post("Dana is away"))).isEmpty();
    }

    @Test
    void shouldTakeTheOneOfThePlatformTheThreadOrTheAnswerWhereSeveralHaveTheName() {
        assertThat(staff(post("forum", "heath", null, null, "Marta is away")))
                .containsExactly("cm-10");
        assertThat(staff(post("chat", "heath", null, null, "Marta is away")))
                .containsExactly("cm-11");
        assertThat(staff(post("forum", "heath", "Ask Marta Vennegoor", null, "Marta is away")))
                .containsExactly("cm-11");
        assertThat(staff(post("forum", "heath", null, "venne", "Marta, are you away?")))
                .containsExactly("cm-11");
        assertThat(staff(post("blog", "heath", null, null, "Marta Quill left. Marta was kind.")))
                .containsExactly("cm-10");
    }

    @Test
    void shouldBindTheOneWhoIsAnswered() {
        Post post = post("forum", "heath", null, "dana_cm", "are you serious");

        assertThat(bind(community(), post))
                .singleElement()
                .satisfies(
                        m -> {
                            assertThat(m.staffId()).isEqualTo("cm-07");
                            assertThat(m.how()).isEqualTo(BindingKind.REPLY);
                            assertThat(m.answered()).isTrue();
                            assertThat(m.span()).isEqualTo(new Span(4, 7));
                        });
    }

    @Test
    void shouldNotBindTheAuthorByTheirOwnSignature() {
        assertThat(bind(community(), post("forum", "dana_cm", null, null, "Closed. Dana")))
                .isEmpty();
        assertThat(bind(community(), post("forum", "dana_cm", null, "dana_cm", "and you too")))
                .isEmpty();
    }

    @Test
    void shouldBindEverybodyWhoIsNamed() {
        assertThat(staff(post("Dana was kind, @will_t and Björn too")))
                .containsExactlyInAnyOrder("cm-07", "cm-08", "cm-09");
    }

    @Test
    void shouldBindNobodyAfterTheyAreRemoved() {
        List<StaffMember> rest = community().stream().filter(s -> !s.id().equals("cm-07")).toList();

        assertThat(bind(rest, post("Dana Okafor, @dana_cm, the head mod"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    call +1 (202) 555-0142 tonight                    | phone  | cm-07
                    2 0 2 5 5 5 0 1 4 2                               | phone  | cm-07
                    202.555.0142, after eight                         | phone  | cm-07
                    she is at 12 thistlebrook lane                    | street | cm-07
                    Thistlebrook Lane, no. 12, blue door              | street | cm-07
                    dana.home@example.net is hers                     | email  | cm-07
                    dana (dot) home (at) example (dot) net            | email  | cm-07
                    DANA.HOME@EXAMPLE.NET                             | email  | cm-07
                    she is really Danielle Ngozi Okafor               | name   | cm-07
                    look for @quiet_heron_77                          | handle | cm-09
                    look for quiet_heron_77                           | handle | cm-09
                    """)
    void shouldFindProtectedIdentifiersInWhateverDress(String text, String kind, String staff) {
        assertThat(bind(community(), post(text)))
                .anySatisfy(
                        m -> {
                            assertThat(m.staffId()).isEqualTo(staff);
                            assertThat(m.how()).isEqualTo(BindingKind.PROTECTED);
                            assertThat(m.protectedKind()).isEqualTo(kind);
                        });
    }

    @Test
    void shouldIgnoreAHashThatIsNone() {
        StaffMember broken =
                new StaffMember(
                        "x",
                        "Dana Okafor",
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        false,
                        null,
                        List.of(new StaffMember.ProtectedIdentifier("phone", "not hex")));

        assertThat(bind(List.of(broken), post("call 202 555 0142 Dana"))).hasSize(1);
    }

    @Test
    void shouldStayLinearWhereEverybodyHasTheSameName() {
        List<StaffMember> many =
                IntStream.range(0, 2_000)
                        .mapToObj(
                                i ->
                                        Rosters.member("s" + i, "Dana Okafor", List.of("Dana"))
                                                .with("forum", "dana" + i)
                                                .build())
                        .toList();

        assertThat(bind(many, post("Dana said hi to @dana1999")))
                .extracting(Mention::staffId)
                .containsExactly("s1999");
    }

    @Test
    void shouldBindNobodyOnAnEmptyRoster() {
        assertThat(bind(List.of(), post("Dana, call 202 555 0142"))).isEmpty();
    }

    @Test
    void shouldTakeHostileTexts() {
        Stream.of(
                        "a ".repeat(32_000),
                        "@".repeat(65_536),
                        "a@".repeat(32_000),
                        "aB".repeat(32_000),
                        "0 ".repeat(32_000),
                        "Dana ".repeat(12_000))
                .forEach(text -> assertThat(bind(community(), post(text))).hasSizeLessThan(3));
    }

    private static List<String> staff(Post post) {
        return bind(community(), post).stream().map(Mention::staffId).toList();
    }
}
