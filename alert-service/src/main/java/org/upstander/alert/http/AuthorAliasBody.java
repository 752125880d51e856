package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.AuthorAliasDraft;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.directory.Violation;
import org.upstander.alert.domain.AuthorAlias;

/** Accounts that are one person's as JSON, both ways. */
@Schema(name = "AuthorAlias")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(
        value = {"declaredBy", "updatedAt"},
        allowGetters = true)
record AuthorAliasBody(
        @Schema(description = "Optional in a PUT; must be the id of the path.") String id,
        @Schema(required = true, description = "2 to 20, each once.") List<Account> accounts,
        @Schema(
                        required = true,
                        description = "How that is known, for colleagues; up to 200 characters.")
                String comment,
        @Schema(readOnly = true, description = "Who put it; stands in the reasons of incidents.")
                String declaredBy,
        @Schema(type = SchemaType.STRING, format = "date-time", readOnly = true)
                Instant updatedAt) {

    @Schema(
            name = "AuthorAliasAccount",
            description = "An id, a handle or both. Where posts have an id, it decides.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(
            @Schema(required = true, description = "The source of its posts.") String source,
            @Schema(description = "The source's id of the author.") String id,
            @Schema(description = "Without @; upper and lower case are the same.") String handle) {}

    AuthorAliasDraft draft(String withId, String caller) {
        return new AuthorAliasDraft(
                withId,
                accounts == null ? null : accounts.stream().map(AuthorAliasBody::draft).toList(),
                comment,
                caller);
    }

    private static AuthorAliasDraft.Account draft(Account named) {
        return named == null
                ? new AuthorAliasDraft.Account(null, null, null)
                : new AuthorAliasDraft.Account(named.source(), named.id(), named.handle());
    }

    static AuthorAliasBody of(Stored<AuthorAlias> entry, List<Violation> warnings) {
        AuthorAlias alias = entry.value();
        return new AuthorAliasBody(
                alias.id(),
                alias.accounts().stream()
                        .map(one -> new Account(one.source(), one.id(), one.handle()))
                        .toList(),
                alias.comment(),
                alias.declaredBy(),
                entry.updatedAt());
    }
}
