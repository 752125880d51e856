package org.upstander.scoring.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.upstander.scoring.application.Binder;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.binding.RosterCompiler;
import org.upstander.scoring.domain.FoldedText;
import org.upstander.scoring.domain.Mention;
import org.upstander.scoring.domain.Post;
import org.upstander.scoring.domain.StaffMember;
import org.upstander.scoring.text.Folding;
import org.upstander.scoring.text.Lexicon;

/** Reads labelled posts and their roster, and binds them as the service would. */
final class TrainingCorpus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final IdentifierHash HASH =
            new IdentifierHash("demo-training".getBytes(StandardCharsets.UTF_8));
    private static final Folding FOLDING = new Folding();

    private TrainingCorpus() {}

    /** What a labelled post says about one of the staff. */
    record Label(
            String staff,
            int verdict,
            List<String> categories,
            int severity,
            List<String> evidence) {}

    record Case(
            String id,
            String lang,
            String function,
            Post post,
            FoldedText text,
            Map<String, Label> labels,
            boolean spam,
            String pair,
            boolean anyOf,
            List<Mention> mentions) {}

    static List<Case> read(Path posts, Path roster, Lexicon lexicon) throws IOException {
        Binder binder = new RosterCompiler(lexicon, HASH).compile(roster(roster));
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(posts)) {
            cases.add(oneCase(JSON.readTree(line), binder));
        }
        return cases;
    }

    /**
     * All parts in a directory, by name.
     *
     * @param most cases of each part
     */
    static Map<String, List<Case>> readAll(Path directory, Lexicon lexicon, int most)
            throws IOException {
        Map<String, List<Case>> parts = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                String name = file.getFileName().toString().replace(".jsonl", "");
                List<Case> cases = read(file, directory.resolve(name + "-roster.json"), lexicon);
                parts.put(name, cases.subList(0, Math.min(most, cases.size())));
            }
        }
        return parts;
    }

    private static Case oneCase(JsonNode n, Binder binder) {
        Post post =
                new Post(
                        null,
                        null,
                        text(n, "source"),
                        text(n, "id"),
                        new Post.Author(null, text(n, "author"), null),
                        n.path("thread").isTextual()
                                ? new Post.Thread(null, text(n, "thread"))
                                : null,
                        n.path("replyTo").isObject()
                                ? new Post.ReplyTo(
                                        null,
                                        new Post.Author(
                                                null, text(n.get("replyTo"), "author"), null))
                                : null,
                        text(n, "text"),
                        false,
                        null,
                        null,
                        null);
        FoldedText folded = FOLDING.fold(post.text());
        Map<String, Label> labels = new LinkedHashMap<>();
        for (JsonNode l : n.has("labels") ? n.get("labels") : n.path("expect")) {
            List<String> categories = new ArrayList<>();
            l.path("categories").forEach(c -> categories.add(c.asText()));
            List<String> evidence = new ArrayList<>();
            l.path("evidence").forEach(e -> evidence.add(e.asText()));
            int verdict =
                    List.of("attack", "criticism", "neutral", "supportive")
                            .indexOf(l.get("verdict").asText());
            labels.put(
                    text(l, "staff"),
                    new Label(
                            text(l, "staff"),
                            verdict,
                            categories,
                            l.path("severity").asInt(),
                            evidence));
        }
        return new Case(
                text(n, "id"),
                n.path("lang").asText("en"),
                text(n, "function"),
                post,
                folded,
                labels,
                n.path("spam").asBoolean(),
                text(n, "pair"),
                n.has("anyOf"),
                binder.bind(post, folded));
    }

    static List<StaffMember> roster(Path file) throws IOException {
        List<StaffMember> staff = new ArrayList<>();
        for (JsonNode n : JSON.readTree(file.toFile())) {
            List<String> names = new ArrayList<>();
            n.path("names").forEach(x -> names.add(x.asText()));
            List<StaffMember.Handle> handles = new ArrayList<>();
            n.path("handles")
                    .forEach(
                            h ->
                                    handles.add(
                                            new StaffMember.Handle(
                                                    text(h, "platform"), text(h, "handle"))));
            List<String> roles = new ArrayList<>();
            n.path("roleTitles").forEach(x -> roles.add(x.asText()));
            List<StaffMember.ProtectedIdentifier> ids = new ArrayList<>();
            for (JsonNode p : n.path("protected")) {
                String kind = kind(text(p, "kind"));
                HASH.of(kind, text(p, "value"))
                        .ifPresent(h -> ids.add(new StaffMember.ProtectedIdentifier(kind, h)));
            }
            staff.add(
                    new StaffMember(
                            text(n, "id"),
                            text(n, "displayName"),
                            names,
                            handles,
                            roles,
                            text(n, "pronouns"),
                            false,
                            ids));
        }
        return staff;
    }

    private static String kind(String given) {
        return switch (given) {
            case "home", "address", "homeAddress" -> "street";
            case "legal_name", "legalName", "legal-name" -> "name";
            case "privateHandle" -> "handle";
            default -> given;
        };
    }

    private static String text(JsonNode n, String field) {
        JsonNode v = n.get(field);
        return v == null || v.isNull() ? null : v.asText();
    }
}
