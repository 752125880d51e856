package org.upstander.scenarios.story;

import java.util.Arrays;
import java.util.List;
import org.upstander.alert.domain.pattern.PatternKind;

/** What can't be told from the shape of what a story expects. */
final class ExpectedCheck {

    private static final List<String> PATTERNS =
            Arrays.stream(PatternKind.values()).map(PatternKind::wireName).toList();

    private final Checks checks;

    ExpectedCheck(Checks checks) {
        this.checks = checks;
    }

    void expected(Expected expected) {
        if (expected == null) {
            checks.add(
                    "expect",
                    "is missing: write expect: {incidents: []} where nothing is to happen.");
            return;
        }
        for (int i = 0; i < expected.incidents().size(); i++) {
            incident("expect/incidents/" + i, expected.incidents().get(i));
        }
        for (int i = 0; i < expected.notices().size(); i++) {
            Expected.Notice notice = expected.notices().get(i);
            String path = "expect/notices/" + i;
            checks.needed(path + "/source", notice.source());
            checks.oneOf(path + "/state", notice.state(), Expected.Notice.STATES);
            checks.span(path + "/told", notice.told());
        }
        if (expected.system() != null) {
            system(expected.system().incidents());
        }
    }

    private void incident(String path, Expected.Case one) {
        checks.member(path + "/staff", one.staff());
        if (one.patterns() != null) {
            if ((one.patterns().exactly() == null) == (one.patterns().contains() == null)) {
                checks.add(path + "/patterns", "must have either exactly or contains.");
            }
            patterns(path + "/patterns/exactly", one.patterns().exactly());
            patterns(path + "/patterns/contains", one.patterns().contains());
        }
        checks.between(path + "/severity", one.severity(), 1, 4);
        checks.span(path + "/opened", one.opened());
        if (one.pages() != null) {
            for (int i = 0; i < one.pages().at().size(); i++) {
                checks.span(path + "/pages/at/" + i, one.pages().at().get(i));
            }
        }
    }

    private void system(List<Expected.SystemCase> cases) {
        for (int i = 0; i < cases.size(); i++) {
            String path = "expect/system/incidents/" + i;
            checks.member(path + "/staff", cases.get(i).staff());
            patterns(path + "/patterns", cases.get(i).patterns());
            checks.between(path + "/severity", cases.get(i).severity(), 1, 4);
        }
    }

    private void patterns(String path, List<String> named) {
        for (int i = 0; named != null && i < named.size(); i++) {
            checks.oneOf(path + "/" + i, named.get(i), PATTERNS);
        }
    }
}
