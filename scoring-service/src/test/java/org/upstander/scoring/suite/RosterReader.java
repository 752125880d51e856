package org.upstander.scoring.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.upstander.scoring.binding.IdentifierHash;
import org.upstander.scoring.domain.StaffMember;

/** Reads a roster as {@code PUT /v1/staff/{id}} takes it, an array of staff with their ids. */
public final class RosterReader {
    /** What protected identifiers are hashed with here. */
    public static final IdentifierHash HASH = new IdentifierHash("demo-suite-key".getBytes(UTF_8));

    private static final ObjectMapper JSON = new ObjectMapper();

    private RosterReader() {}

    /**
     * @throws BadSuite when it is no roster
     */
    public static List<StaffMember> read(Path file) {
        JsonNode entries;
        try {
            entries = JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new BadSuite(file + ": cannot be read as JSON");
        }
        if (!entries.isArray() || entries.isEmpty()) {
            throw new BadSuite(file + ": must be an array of staff");
        }
        List<StaffMember> staff = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (!entry.path("id").isTextual() || !entry.path("displayName").isTextual()) {
                throw new BadSuite(
                        "%s: entry %d: id and displayName must be strings"
                                .formatted(file, staff.size()));
            }
            staff.add(member(entry));
        }
        return staff;
    }

    private static StaffMember member(JsonNode entry) {
        List<StaffMember.Handle> handles = new ArrayList<>();
        entry.path("handles")
                .forEach(
                        h ->
                                handles.add(
                                        new StaffMember.Handle(
                                                h.path("platform").asText(),
                                                h.path("handle").asText())));
        List<StaffMember.ProtectedIdentifier> secrets = new ArrayList<>();
        for (JsonNode one : entry.path("protected")) {
            String kind = kind(one.path("kind").asText());
            HASH.of(kind, one.path("value").asText())
                    .ifPresent(h -> secrets.add(new StaffMember.ProtectedIdentifier(kind, h)));
        }
        return new StaffMember(
                entry.get("id").asText(),
                entry.get("displayName").asText(),
                texts(entry.path("names")),
                handles,
                texts(entry.path("roleTitles")),
                entry.path("pronouns").isTextual() ? entry.get("pronouns").asText() : null,
                entry.path("junior").asBoolean(),
                null,
                secrets);
    }

    /** The words that rosters use for the contract's five kinds. */
    private static String kind(String given) {
        return switch (given) {
            case "home", "address", "homeAddress" -> "street";
            case "legal_name", "legalName", "legal-name" -> "name";
            case "privateHandle" -> "handle";
            default -> given;
        };
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
