package org.upstander.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AssessmentIdTest {

    @Property(tries = 300)
    void isTheSameForTheSame(
            @ForAll String post,
            @ForAll String revision,
            @ForAll String staff,
            @ForAll String model) {
        String id = AssessmentId.of(post, revision, staff, model);

        assertThat(id)
                .matches("[0-9a-f]{32}")
                .isEqualTo(AssessmentId.of(post, revision, staff, model));
    }

    @Property(tries = 300)
    void differsWhereAnyPartDiffers(@ForAll String a, @ForAll String b) {
        Assume.that(!a.equals(b) && isText(a) && isText(b));

        assertThat(AssessmentId.of(a, "r", "s", "m"))
                .isNotEqualTo(AssessmentId.of(b, "r", "s", "m"));
        assertThat(AssessmentId.of("p", a, "s", "m"))
                .isNotEqualTo(AssessmentId.of("p", b, "s", "m"));
        assertThat(AssessmentId.of("p", "r", a, "m"))
                .isNotEqualTo(AssessmentId.of("p", "r", b, "m"));
        assertThat(AssessmentId.of("p", "r", "s", a))
                .isNotEqualTo(AssessmentId.of("p", "r", "s", b));
    }

    @Property(tries = 300)
    void partsDoNotRunIntoEachOther(@ForAll String a, @ForAll String b) {
        Assume.that(!b.isEmpty() && isText(a) && isText(b));

        assertThat(AssessmentId.of(a, b, "s", "m"))
                .isNotEqualTo(AssessmentId.of(a + b, "", "s", "m"));
    }

    /** Half a surrogate pair has no UTF-8 and never arrives: JSON readers refuse it. */
    private static boolean isText(String s) {
        return s.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }
}
