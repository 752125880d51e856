package org.upstander.alert.application;

import static org.upstander.alert.application.MemoryEngine.done;
import static org.upstander.alert.application.MemoryStores.item;
import static org.upstander.alert.application.MemoryStores.list;
import static org.upstander.alert.application.MemoryStores.port;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Incident;

/** What people do with incidents, on lists and maps. */
record MemoryCases(MemoryStores stores) {

    CaseStore caseStore() {
        return port(
                CaseStore.class,
                (method, in) ->
                        switch (method) {
                            case "link" -> item(null);
                            case "mergeInto" -> {
                                stores.incidentOf.replaceAll(
                                        (post, id) -> id.equals(in[0]) ? (String) in[1] : id);
                                stores.keys.replaceAll(
                                        (key, id) -> id.equals(in[0]) ? (String) in[1] : id);
                                yield item(null);
                            }
                            case "create", "saveContent" ->
                                    done(
                                            () ->
                                                    stores.incidents.put(
                                                            ((Incident) in[0]).id(),
                                                            (Incident) in[0]));
                            case "posts" -> item(by((String) in[0], list(in[2])));
                            case "move" ->
                                    done(
                                            () ->
                                                    MemoryStores.<String>list(in[2])
                                                            .forEach(
                                                                    post ->
                                                                            stores.incidentOf.put(
                                                                                    post,
                                                                                    (String)
                                                                                            in[
                                                                                                    1])));
                            case "writersOnlyIn" -> item(writers((String) in[0], (String) in[1]));
                            case "moveGroups" -> {
                                Collection<GroupKey> moved = list(in[2]);
                                stores.keys.replaceAll(
                                        (key, id) ->
                                                moved.contains(key) && id.equals(in[0])
                                                        ? (String) in[1]
                                                        : id);
                                yield item(null);
                            }
                            case "content" -> item(content((String) in[0]));
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    private List<String> by(String incidentId, List<String> authors) {
        return stores.postsOf(incidentId).stream()
                .filter(attack -> authors.contains(attack.post().author().id()))
                .map(attack -> attack.post().id())
                .toList();
    }

    private Set<String> authors(String incidentId) {
        return stores.postsOf(incidentId).stream()
                .map(attack -> attack.post().author().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<CaseStore.Writer> writers(String incidentId, String other) {
        Set<String> only = authors(incidentId);
        only.removeAll(authors(other));
        return only.stream().map(id -> new CaseStore.Writer("forum", id, null)).toList();
    }

    private Incident.Content content(String incidentId) {
        List<Assessment> own = stores.postsOf(incidentId);
        TreeSet<String> kinds = new TreeSet<>();
        own.forEach(attack -> kinds.addAll(attack.categories()));
        return new Incident.Content(
                own.stream().mapToInt(Assessment::severity).max().orElseThrow(),
                kinds,
                new TreeSet<>(Set.of("forum")),
                own.size(),
                authors(incidentId).size());
    }
}
