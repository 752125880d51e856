package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Says whom of one roster a post means. Compiled by {@link RosterCompiler}; immutable. */
final class RosterBinder implements Binder {
    private static final Span NOWHERE = new Span(0, 0);
    private static final Folding FOLDING = new Folding();

    private final List<StaffMember> staff;
    private final String[][] ownWords;
    private final NameFinder names;
    private final ProtectedIndex identifiers;
    private final Accounts accounts;
    private final Lexicon lexicon;

    RosterBinder(
            List<StaffMember> staff,
            String[][] ownWords,
            NameFinder names,
            ProtectedIndex identifiers,
            Lexicon lexicon) {
        this.staff = staff;
        this.ownWords = ownWords;
        this.names = names;
        this.identifiers = identifiers;
        this.accounts = new Accounts(staff);
        this.lexicon = lexicon;
    }

    @Override
    public List<Mention> bind(Post post, FoldedText text) {
        List<Hit> named = accepted(text, names.find(text));
        int answered =
                post.replyTo() == null ? -1 : accounts.find(post.source(), post.replyTo().author());
        List<ProtectedHit> exposed = identifiers.find(text, !named.isEmpty() || answered >= 0);
        if (named.isEmpty() && answered < 0 && exposed.isEmpty()) {
            return List.of();
        }
        int author = accounts.find(post.source(), post.author());
        Map<Integer, List<Resolver.Place>> meant = meant(post, named, answered);
        exposed.forEach(e -> meant.computeIfAbsent(e.staff(), k -> new ArrayList<>(1)));
        if (answered >= 0) {
            meant.computeIfAbsent(answered, k -> new ArrayList<>(1));
        }
        // Nobody is meant by their own signature.
        meant.remove(author);
        List<Mention> mentions = new ArrayList<>(meant.size());
        meant.forEach(
                (who, places) ->
                        mentions.add(mention(text, who, places, exposed, who == answered)));
        return mentions;
    }

    @Override
    public List<Span> exposed(FoldedText text) {
        return identifiers.places(text);
    }

    private Map<Integer, List<Resolver.Place>> meant(Post post, List<Hit> accepted, int answered) {
        if (accepted.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Set<Integer> certain = answered < 0 ? Set.of() : Set.of(answered);
        boolean ambiguous = isAmbiguous(accepted);
        Set<Integer> inThread = ambiguous ? namedBy(post.thread()) : Set.of();
        Set<Integer> here = ambiguous ? accounts.on(post.source(), candidates(accepted)) : Set.of();
        return new Resolver(certain, here, inThread).resolve(accepted);
    }

    private List<Hit> accepted(FoldedText text, List<Hit> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Cues cues = new Cues(new Surroundings(text, lexicon), ownWords);
        List<Hit> accepted = new ArrayList<>(found.size());
        for (Hit hit : found) {
            List<Alias> fitting = hit.aliases().stream().filter(a -> cues.accepts(hit, a)).toList();
            if (!fitting.isEmpty()) {
                accepted.add(new Hit(hit.start(), hit.end(), hit.misspelt(), fitting));
            }
        }
        return accepted;
    }

    private static boolean isAmbiguous(List<Hit> hits) {
        return hits.stream()
                .anyMatch(h -> h.aliases().stream().mapToInt(Alias::staff).distinct().count() > 1);
    }

    private static Set<Integer> candidates(List<Hit> hits) {
        Set<Integer> all = new HashSet<>();
        hits.forEach(h -> h.aliases().forEach(a -> all.add(a.staff())));
        return all;
    }

    private Set<Integer> namedBy(Post.Thread thread) {
        if (thread == null || thread.title() == null) {
            return Set.of();
        }
        FoldedText title = FOLDING.fold(thread.title());
        Set<Integer> named = new HashSet<>();
        for (Hit hit : accepted(title, names.find(title))) {
            if (hit.aliases().stream().mapToInt(Alias::staff).distinct().count() == 1) {
                named.add(hit.aliases().get(0).staff());
            }
        }
        return named;
    }

    private Mention mention(
            FoldedText text,
            int who,
            List<Resolver.Place> places,
            List<ProtectedHit> exposed,
            boolean answered) {
        List<Span> spans = places.stream().map(p -> text.originalSpan(p.start(), p.end())).toList();
        String id = staff.get(who).id();
        boolean junior = staff.get(who).junior();
        for (ProtectedHit hit : exposed) {
            if (hit.staff() == who) {
                Span span = text.originalSpan(hit.start(), hit.end());
                return new Mention(
                        id, BindingKind.PROTECTED, span, spans, 1.0, answered, junior, hit.kind());
            }
        }
        if (places.isEmpty()) {
            Span you = SecondPerson.first(text);
            Span span = you == null ? NOWHERE : you;
            double confidence = you == null ? 0.6 : 0.9;
            return new Mention(
                    id, BindingKind.REPLY, span, spans, confidence, answered, junior, null);
        }
        Resolver.Place best = places.get(0);
        for (Resolver.Place place : places) {
            best = place.kind().confidence > best.kind().confidence ? place : best;
        }
        Span span = text.originalSpan(best.start(), best.end());
        return new Mention(
                id, best.kind().how, span, spans, best.kind().confidence, answered, junior, null);
    }
}
