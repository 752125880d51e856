package org.upstander.scoring.binding;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.upstander.scoring.domain.AmbiguousName;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.Recognised;
import org.upstander.scoring.domain.Span;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Invented people, and short ways to bind to them. */
public final class Rosters {
    public static final IdentifierHash HASH =
            new IdentifierHash("demo-test-key".getBytes(StandardCharsets.UTF_8));

    private Rosters() {}

    public static List<StaffMember> community() {
        return List.of(
                member("cm-07", "Dana Okafor", List.of("Dana Okafor", "Dana", "Dee"))
                        .with("forum", "dana_cm")
                        .with("chat", "dee_okafor")
                        .role("the head mod")
                        .secret("phone", "+1 202 555 0142")
                        .secret("street", "12 Thistlebrook Lane")
                        .secret("email", "dana.home@example.net")
                        .secret("name", "Danielle Ngozi Okafor")
                        .build(),
                member("cm-08", "Will Thackeray", List.of("Will Thackeray", "Will"))
                        .with("forum", "will_t")
                        .role("community manager, Northgate")
                        .build(),
                member("cm-09", "Björn Sørlund-Vance", List.of("Björn"))
                        .with("chat", "bjorn.sv")
                        .secret("handle", "quiet_heron_77")
                        .build(),
                member("cm-10", "Marta Quill", List.of("Marta Quill", "Marta"))
                        .with("forum", "martaq")
                        .build(),
                member("cm-11", "Marta Vennegoor", List.of("Marta Vennegoor", "Marta"))
                        .with("chat", "venne")
                        .build());
    }

    /** The names that may mean any of several. */
    public static List<AmbiguousName> ambiguous(List<StaffMember> staff, Post post) {
        return recognised(staff, post).ambiguous();
    }

    public static List<Mention> bind(List<StaffMember> staff, Post post) {
        return recognised(staff, post).mentions();
    }

    private static Recognised recognised(List<StaffMember> staff, Post post) {
        FoldedText text = new Folding().fold(post.text());
        return new RosterCompiler(Lexicon.shipped(), HASH).compile(staff).bind(post, text);
    }

    public static Post post(String text) {
        return post("forum", "heath", null, null, text);
    }

    public static Post post(
            String source, String author, String thread, String answered, String text) {
        return new Post(
                "p",
                "r",
                source,
                "1",
                new Post.Author("8", author, null),
                thread == null ? null : new Post.Thread("t", thread),
                answered == null
                        ? null
                        : new Post.ReplyTo("0", new Post.Author(null, answered, null), null),
                text,
                false,
                null,
                null,
                null);
    }

    /** A post with what others said in it. */
    public static Post quoting(String text, Span... quotes) {
        Post plain = post(text);
        return new Post(
                plain.postId(),
                plain.revision(),
                plain.source(),
                plain.externalId(),
                plain.author(),
                plain.thread(),
                plain.replyTo(),
                text,
                false,
                null,
                null,
                null,
                Collections.emptySortedMap(),
                List.of(quotes));
    }

    /** A post that answers another whose text is known. */
    public static Post answer(String parent, String text) {
        return new Post(
                "p",
                "r",
                "forum",
                "1",
                new Post.Author("8", "heath", null),
                null,
                new Post.ReplyTo("0", new Post.Author(null, "mudlark", null), parent),
                text,
                false,
                null,
                null,
                null);
    }

    public static Builder member(String id, String displayName, List<String> names) {
        return new Builder(id, displayName, names);
    }

    public static final class Builder {
        private final String id;
        private final String displayName;
        private final List<String> names;
        private final List<StaffMember.Handle> handles = new java.util.ArrayList<>();
        private final List<String> roles = new java.util.ArrayList<>();
        private final List<StaffMember.ProtectedIdentifier> secrets = new java.util.ArrayList<>();

        private boolean junior;
        private Double attackThreshold;

        private Builder(String id, String displayName, List<String> names) {
            this.id = id;
            this.displayName = displayName;
            this.names = names;
        }

        Builder with(String platform, String handle) {
            handles.add(new StaffMember.Handle(platform, handle));
            return this;
        }

        public Builder junior() {
            junior = true;
            return this;
        }

        public Builder attackThreshold(double own) {
            attackThreshold = own;
            return this;
        }

        Builder role(String title) {
            roles.add(title);
            return this;
        }

        Builder secret(String kind, String value) {
            secrets.add(
                    new StaffMember.ProtectedIdentifier(kind, HASH.of(kind, value).orElseThrow()));
            return this;
        }

        public StaffMember build() {
            return new StaffMember(
                    id, displayName, names, handles, roles, null, junior, attackThreshold, secrets);
        }
    }
}
