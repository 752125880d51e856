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
        Surroundings around = new Surroundings(text, lexicon);
        List<Hit> named = accepted(around, names.find(text));
        int answered =
                post.replyTo() == null
                        ? -1
                        : accounts.answered(post.source(), post.replyTo().author());
        Title title = title(post.thread());
        boolean somebodyMeant = !named.isEmpty() || answered >= 0;
        List<ProtectedHit> exposed = identifiers.find(text, somebodyMeant);
        if (!somebodyMeant && exposed.isEmpty() && title.only() < 0) {
            return List.of();
        }
        Map<Integer, List<Resolver.Place>> meant = meant(post, around, named, answered, title);
        exposed.forEach(e -> meant.computeIfAbsent(e.staff(), k -> new ArrayList<>(1)));
        if (answered >= 0) {
            meant.computeIfAbsent(answered, k -> new ArrayList<>(1));
        }
        if (meant.isEmpty() && title.only() >= 0) {
            meant.put(title.only(), List.of());
        }
        // Nobody is meant by their own signature.
        meant.remove(accounts.author(post.source(), post.author()));
        List<Mention> mentions = new ArrayList<>(meant.size());
        meant.forEach(
                (who, places) ->
                        mentions.add(mention(text, who, places, exposed, answered, title)));
        return mentions;
    }

    @Override
    public List<Span> exposed(FoldedText text) {
        return identifiers.places(text);
    }

    private Map<Integer, List<Resolver.Place>> meant(
            Post post, Surroundings around, List<Hit> accepted, int answered, Title title) {
        if (accepted.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Set<Integer> certain = answered < 0 ? Set.of() : Set.of(answered);
        Set<Integer> here =
                isAmbiguous(accepted) ? accounts.on(post.source(), candidates(accepted)) : Set.of();
        return new Resolver(certain, here, title.named().keySet(), around, this::roleWords)
                .resolve(accepted);
    }

    private List<Hit> accepted(Surroundings around, List<Hit> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Cues cues = new Cues(around, ownWords);
        List<Hit> accepted = new ArrayList<>(found.size());
        for (Hit hit : found) {
            List<Alias> fitting = hit.aliases().stream().filter(a -> cues.accepts(hit, a)).toList();
            if (!fitting.isEmpty()) {
                accepted.add(
                        hit.with(
                                around.everybody(hit.start())
                                                && fitting.stream().allMatch(Alias::isPlural)
                                        ? Hit.Form.ALL_BEARERS
                                        : hit.form(),
                                fitting));
            }
        }
        return accepted;
    }

    private Set<String> roleWords(int who) {
        return Aliases.roleWords(staff.get(who));
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

    /**
     * Whom a thread's title names, and where.
     *
     * @param named by index in the compiled roster
     */
    private record Title(Map<Integer, List<Span>> named) {
        static final Title EMPTY = new Title(Map.of());

        /** The one who is named, or -1. */
        int only() {
            return named.size() == 1 ? named.keySet().iterator().next() : -1;
        }

        List<Span> places(int who) {
            return named.getOrDefault(who, List.of());
        }
    }

    private Title title(Post.Thread thread) {
        if (thread == null || thread.title() == null) {
            return Title.EMPTY;
        }
        FoldedText title = FOLDING.fold(thread.title());
        List<Hit> found = names.find(title);
        if (found.isEmpty()) {
            return Title.EMPTY;
        }
        Surroundings around = new Surroundings(title, lexicon);
        Map<Integer, List<Span>> named = new LinkedHashMap<>();
        new Resolver(Set.of(), Set.of(), Set.of(), around, this::roleWords)
                .resolve(accepted(around, found))
                .forEach(
                        (who, places) ->
                                named.put(
                                        who,
                                        places.stream()
                                                .map(p -> title.originalSpan(p.start(), p.end()))
                                                .toList()));
        return new Title(named);
    }

    private Mention mention(
            FoldedText text,
            int who,
            List<Resolver.Place> places,
            List<ProtectedHit> exposed,
            int whoIsAnswered,
            Title title) {
        boolean answered = who == whoIsAnswered;
        List<Span> inTitle = title.places(who);
        List<Span> spans = places.stream().map(p -> text.originalSpan(p.start(), p.end())).toList();
        String id = staff.get(who).id();
        boolean junior = staff.get(who).junior();
        Double threshold = staff.get(who).attackThreshold();
        for (ProtectedHit hit : exposed) {
            if (hit.staff() == who) {
                Span span = text.originalSpan(hit.start(), hit.end());
                return new Mention(
                        id,
                        BindingKind.PROTECTED,
                        span,
                        spans,
                        inTitle,
                        1.0,
                        answered,
                        junior,
                        threshold,
                        hit.kind());
            }
        }
        if (places.isEmpty()) {
            Span word = (answered ? Pronouns.SECOND : Pronouns.THIRD).first(text);
            Span span = word == null ? NOWHERE : word;
            return new Mention(
                    id,
                    answered ? BindingKind.REPLY : BindingKind.PRONOUN,
                    span,
                    spans,
                    inTitle,
                    answered ? word == null ? 0.6 : 0.9 : word == null ? 0.4 : 0.6,
                    answered,
                    junior,
                    threshold,
                    null);
        }
        Resolver.Place best = places.get(0);
        for (Resolver.Place place : places) {
            best = place.kind().confidence > best.kind().confidence ? place : best;
        }
        Span span = text.originalSpan(best.start(), best.end());
        return new Mention(
                id,
                best.kind().how,
                span,
                spans,
                inTitle,
                best.kind().confidence,
                answered,
                junior,
                threshold,
                null);
    }
}
