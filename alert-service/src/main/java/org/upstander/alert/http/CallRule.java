package org.upstander.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.upstander.alert.application.directory.ContactDraft;
import org.upstander.alert.domain.ContactRule;

/** A rule of a contact as JSON, both ways. */
@Schema(name = "CallRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallRule(
        @Schema(required = true, description = "1 to 4.") Integer fromSeverity,
        @Schema(required = true, description = "1 to 20, in the order of their time.")
                List<Call> calls) {

    @Schema(name = "RuleCall")
    record Call(
            @Schema(required = true, description = "Place among the methods, from 0.")
                    Integer method,
            @Schema(
                            description =
                                    "PT0S to PT1H after the page, unless somebody acknowledged; at once where left out, as the first always is. When the one above fails it is made at once.")
                    String after) {

        private ContactDraft.Call draft() {
            return new ContactDraft.Call(method, after);
        }
    }

    static List<ContactDraft.Rule> drafts(List<CallRule> rules) {
        return rules == null
                ? null
                : rules.stream().map(rule -> rule == null ? null : rule.draft()).toList();
    }

    private ContactDraft.Rule draft() {
        return new ContactDraft.Rule(
                fromSeverity,
                calls == null
                        ? null
                        : calls.stream().map(call -> call == null ? null : call.draft()).toList());
    }

    /** Null where there are none. */
    static List<CallRule> of(List<ContactRule> rules) {
        return rules.isEmpty()
                ? null
                : rules.stream()
                        .map(
                                rule ->
                                        new CallRule(
                                                rule.fromSeverity(),
                                                rule.calls().stream()
                                                        .map(
                                                                call ->
                                                                        new Call(
                                                                                call.method(),
                                                                                call.after()
                                                                                        .toString()))
                                                        .toList()))
                        .toList();
    }
}
