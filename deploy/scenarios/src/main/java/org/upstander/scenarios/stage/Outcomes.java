package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.scenarios.story.Happening;
import org.upstander.scenarios.story.Happening.Approached;
import org.upstander.scenarios.story.Happening.Written;
import org.upstander.scenarios.story.Script;
import org.upstander.scenarios.story.Story;

/** What the rows come to, in words of the story. */
final class Outcomes {

    private final Rows rows;
    private final Map<String, Happening> byId = new HashMap<>();

    private Outcomes(Story story, Rows rows) {
        this.rows = rows;
        Script.of(story).forEach(one -> byId.put(one.id(), one));
    }

    static Played of(Story story, Rows rows) {
        Outcomes outcomes = new Outcomes(story, rows);
        return new Played(
                rows.incidents.values().stream()
                        .map(outcomes::noticed)
                        .sorted(
                                Comparator.comparing(Played.Noticed::openedAt)
                                        .thenComparing(Played.Noticed::canonical))
                        .toList(),
                List.copyOf(rows.notices),
                (int) outcomes.byId.values().stream().filter(Written.class::isInstance).count());
    }

    private Played.Noticed noticed(Incident incident) {
        Rows.Folder folder = rows.folder(incident.id());
        List<Happening> made = folder.assessments.stream().map(this::happening).toList();
        return new Played.Noticed(
                incident.staffId(),
                folder.patterns.stream()
                        .map(PatternKind::wireName)
                        .collect(Collectors.toCollection(TreeSet::new)),
                incident.severity(),
                incident.sources(),
                made.stream().map(Outcomes::author).collect(Collectors.toCollection(TreeSet::new)),
                made.stream()
                        .filter(Written.class::isInstance)
                        .map(one -> ((Written) one).postId())
                        .collect(Collectors.toCollection(TreeSet::new)),
                made.stream().map(Happening::at).min(Instant::compareTo).orElseThrow(),
                incident.openedAt(),
                List.copyOf(folder.pages),
                List.copyOf(folder.reasons));
    }

    private Happening happening(String assessmentId) {
        String id = assessmentId.substring(0, assessmentId.lastIndexOf('@'));
        return byId.get(
                id.startsWith(Assessments.ATTEMPT)
                        ? id.substring(Assessments.ATTEMPT.length())
                        : id);
    }

    private static String author(Happening one) {
        return one instanceof Written post ? post.by() : ((Approached) one).by();
    }
}
