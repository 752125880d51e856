package org.upstander.scoring.binding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.domain.AmbiguousName;
import org.upstander.scoring.domain.BindingKind;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Recognised;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Says whom of one roster a post means. Compiled by {@link RosterCompiler}; immutable. */
final class RosterBinder implements Binder {
    private static final Span NOWHERE = new Span(0, 0);
    private static final Folding FOLDING = new Folding();

    private final List<StaffMember> staff;
    private final OwnWords ownWords;
    private final NameFinder names;
    private final ProtectedIndex identifiers;
    private final Accounts accounts;
    private final Lexicon lexicon;

    RosterBinder(
            List<StaffMember> staff,
            OwnWords ownWords,
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
    public Recognised bind(Post post, FoldedText text) {
        Names found = names(text);
        int answered =
                post.replyTo() == null
                        ? -1
                        : accounts.answered(post.source(), post.replyTo().author());
        Elsewhere title = elsewhere(post.thread() == null ? null : post.thread().title());
        Elsewhere parent = elsewhere(post.replyTo() == null ? null : post.replyTo().text());
        int implied = parent.named().isEmpty() ? title.only() : parent.only();
        boolean somebodyMeant = !found.accepted().isEmpty() || answered >= 0;
        List<ProtectedHit> exposed = identifiers.find(text, somebodyMeant);
        if (!somebodyMeant && exposed.isEmpty() && implied < 0) {
            return Recognised.NOBODY;
        }
        Resolver.Resolved resolved = resolve(post, found, answered, title);
        Map<Integer, List<Resolver.Place>> meant = resolved.meant();
        exposed.forEach(e -> meant.computeIfAbsent(e.staff(), k -> new ArrayList<>(1)));
        if (answered >= 0) {
            meant.computeIfAbsent(answered, k -> new ArrayList<>(1));
        }
        if (meant.isEmpty() && implied >= 0) {
            meant.put(implied, List.of());
        }
        // Nobody is meant by their own signature.
        meant.remove(accounts.author(post.source(), post.author()));
        List<Mention> mentions = new ArrayList<>(meant.size());
        meant.forEach(
                (who, places) ->
                        mentions.add(
                                mention(text, who, places, exposed, answered)
                                        .named(title.places(who), parent.places(who))
                                        .withThreshold(staff.get(who).attackThreshold())));
        return new Recognised(mentions, ambiguous(text, resolved.open()));
    }

    @Override
    public List<Span> exposed(FoldedText text) {
        return identifiers.places(text);
    }

    /**
     * Names that stand in a text.
     *
     * @param beside null where there are none
     */
    private record Names(List<Hit> accepted, Neighbours beside) {
        static final Names NONE = new Names(List.of(), null);
    }

    private Names names(FoldedText text) {
        List<Hit> found = names.find(text);
        if (found.isEmpty()) {
            return Names.NONE;
        }
        Surroundings around = new Surroundings(text, lexicon);
        Neighbours beside = new Neighbours(around);
        Cues cues = new Cues(around, beside, ownWords);
        List<Hit> accepted = new ArrayList<>(found.size());
        for (Hit hit : found) {
            List<Alias> fitting = hit.aliases().stream().filter(a -> cues.accepts(hit, a)).toList();
            if (!fitting.isEmpty()) {
                boolean all =
                        beside.everybody(hit.start()) && fitting.stream().allMatch(Alias::isPlural);
                accepted.add(hit.with(all ? Hit.Form.ALL_BEARERS : hit.form(), fitting));
            }
        }
        return new Names(accepted, beside);
    }

    private Resolver.Resolved resolve(Post post, Names found, int answered, Elsewhere title) {
        if (found.accepted().isEmpty()) {
            return Resolver.Resolved.nobody();
        }
        Set<Integer> certain = answered < 0 ? Set.of() : Set.of(answered);
        Set<Integer> here =
                isAmbiguous(found.accepted())
                        ? accounts.on(post.source(), candidates(found.accepted()))
                        : Set.of();
        return new Resolver(certain, here, title.named().keySet(), found.beside(), this::roleWords)
                .resolve(found.accepted());
    }

    private List<AmbiguousName> ambiguous(FoldedText text, List<Hit> open) {
        return open.stream()
                .map(
                        hit ->
                                new AmbiguousName(
                                        text.originalSpan(hit.start(), hit.end()),
                                        hit.aliases().stream()
                                                .map(alias -> staff.get(alias.staff()).id())
                                                .distinct()
                                                .sorted()
                                                .limit(AmbiguousName.MOST_CANDIDATES)
                                                .toList()))
                .toList();
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
     * Whom a thread's title or the answered post names, and where.
     *
     * @param named by index in the compiled roster
     */
    private record Elsewhere(Map<Integer, List<Span>> named) {
        static final Elsewhere EMPTY = new Elsewhere(Map.of());

        /** The one who is named, or -1. */
        int only() {
            return named.size() == 1 ? named.keySet().iterator().next() : -1;
        }

        List<Span> places(int who) {
            return named.getOrDefault(who, List.of());
        }
    }

    private Elsewhere elsewhere(String given) {
        if (given == null) {
            return Elsewhere.EMPTY;
        }
        FoldedText text = FOLDING.fold(given);
        Names found = names(text);
        if (found.accepted().isEmpty()) {
            return Elsewhere.EMPTY;
        }
        Map<Integer, List<Span>> named = new LinkedHashMap<>();
        new Resolver(Set.of(), Set.of(), Set.of(), found.beside(), this::roleWords)
                .resolve(found.accepted())
                .meant()
                .forEach(
                        (who, places) ->
                                named.put(
                                        who,
                                        places.stream()
                                                .map(p -> text.originalSpan(p.start(), p.end()))
                                                .toList()));
        return new Elsewhere(named);
    }

    private Mention mention(
            FoldedText text,
            int who,
            List<Resolver.Place> places,
            List<ProtectedHit> exposed,
            int whoIsAnswered) {
        boolean answered = who == whoIsAnswered;
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
            Span word = (answered ? Pronouns.SECOND : Pronouns.THIRD).first(text);
            Span span = word == null ? NOWHERE : word;
            return new Mention(
                    id,
                    answered ? BindingKind.REPLY : BindingKind.PRONOUN,
                    span,
                    spans,
                    answered ? word == null ? 0.6 : 0.9 : word == null ? 0.4 : 0.6,
                    answered,
                    junior,
                    null);
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
