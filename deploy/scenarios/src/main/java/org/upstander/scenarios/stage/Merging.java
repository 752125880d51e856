package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.pattern.Finding;
import org.upstander.alert.domain.pattern.MergeOfMany;
import org.upstander.alert.domain.pattern.PatternKind;

/** Merges the incidents of the first into that of the many, as {@link MergeOfMany} decides. */
final class Merging {

    private final Rows rows;
    private final Pager pager;

    Merging(Rows rows, Pager pager) {
        this.rows = rows;
        this.pager = pager;
    }

    void after(Finding finding, Instant now) {
        if (finding.kind().isOfMany()) {
            MergeOfMany.decide(finding.kind(), candidates(finding), Rules.WINDOW)
                    .ifPresent(merge -> merge(merge, now));
        }
    }

    private List<MergeOfMany.Candidate> candidates(Finding finding) {
        Map<String, Set<String>> posts = new HashMap<>();
        finding.made().stream()
                .filter(rows.incidentOf::containsKey)
                .forEach(
                        id ->
                                posts.computeIfAbsent(
                                                rows.incidentOf.get(id), one -> new HashSet<>())
                                        .add(post(id).id()));
        return posts.entrySet().stream()
                .map(
                        one ->
                                new MergeOfMany.Candidate(
                                        shown(one.getKey()), one.getValue().size(), Set.of()))
                .toList();
    }

    private Assessment.Post post(String assessmentId) {
        return rows.assessed.get(assessmentId).assessment().post();
    }

    private Incident shown(String incidentId) {
        return rows.incidents
                .get(incidentId)
                .showing(
                        rows.folder(incidentId).patterns.stream()
                                .map(PatternKind::wireName)
                                .collect(Collectors.toSet()));
    }

    private void merge(MergeOfMany.Merge merge, Instant now) {
        Incident before = merge.into();
        Incident grown = before;
        for (Incident from : merge.from()) {
            grown = grown.takingIn(List.of(from), content(grown, from));
            move(from.id(), grown.id());
        }
        rows.incidents.put(grown.id(), grown);
        pager.grew(before, grown, merge.from().stream().anyMatch(Incident::isOpen), now);
    }

    /** What both are together. */
    private Incident.Content content(Incident into, Incident from) {
        int posts = into.postCount();
        int authors = into.authorCount();
        for (String id : rows.folder(from.id()).assessments) {
            Assessment.Post post = post(id);
            posts += rows.members.add(new Grouping.Member(into.id(), post.id())) ? 1 : 0;
            String author = post.author().key(post.source());
            authors += rows.members.add(new Grouping.Member(into.id(), author)) ? 1 : 0;
        }
        return new Incident.Content(
                into.severity(),
                union(into.categories(), from.categories()),
                union(into.sources(), from.sources()),
                posts,
                authors);
    }

    private static SortedSet<String> union(SortedSet<String> some, SortedSet<String> more) {
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private void move(String from, String into) {
        rows.incidents.remove(from);
        rows.incidentOf.replaceAll((id, incident) -> incident.equals(from) ? into : incident);
        rows.owners.replaceAll((group, incident) -> incident.equals(from) ? into : incident);
        Rows.Folder folder = rows.folders.remove(from);
        rows.folder(into).assessments.addAll(folder.assessments);
        rows.folder(into).patterns.addAll(folder.patterns);
    }
}
