package org.upstander.scenarios.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.upstander.scenarios.story.Staff;
import org.upstander.scenarios.story.Story;

/**
 * Puts the people of a story onto a running system, and takes them off again. Ids and platforms
 * have the name of the run behind them, so that no run meets what another left.
 */
final class Cast {

    private static final String CONTACT = "story-lead";

    private final Story story;
    private final Client client;
    private final String run;

    /**
     * @param run lower-case letters and digits
     */
    Cast(Story story, Client client, String run) {
        this.story = story;
        this.client = client;
        this.run = run;
    }

    String staffId(String id) {
        return id + "-" + run;
    }

    /** The id in the story. */
    String named(String staffId) {
        return staffId.substring(0, staffId.length() - run.length() - 1);
    }

    String platform(String source) {
        return source + "-" + run;
    }

    List<String> staffIds() {
        return story.staff().stream().map(one -> staffId(one.id())).toList();
    }

    void enter() {
        ObjectNode contact = Client.JSON.createObjectNode().put("displayName", "Lead of the story");
        contact.putArray("methods")
                .addObject()
                .put("channel", "email")
                .put("address", "lead@example.org")
                .put("verified", true);
        client.alert("PUT", "/v1/contacts/" + staffId(CONTACT), contact);
        for (Staff one : story.staff()) {
            client.alert("PUT", "/v1/staff/" + staffId(one.id()), body(one));
        }
    }

    void leave() {
        for (String id : staffIds()) {
            client.alert("DELETE", "/v1/staff/" + id, null);
        }
        client.alert("DELETE", "/v1/contacts/" + staffId(CONTACT), null);
    }

    private ObjectNode body(Staff staff) {
        ObjectNode body = Client.JSON.createObjectNode().put("displayName", staff.name());
        ArrayNode names = body.putArray("names").add(staff.name());
        if (staff.name().contains(" ")) {
            names.add(staff.name().substring(0, staff.name().indexOf(' ')));
        }
        ArrayNode handles = body.putArray("handles");
        staff.handles()
                .forEach(
                        (source, handle) ->
                                handles.addObject()
                                        .put("platform", platform(source))
                                        .put("handle", handle));
        ArrayNode roles = body.putArray("roleTitles");
        staff.roles().forEach(roles::add);
        body.put("timeZone", (staff.zone() == null ? story.zone() : staff.zone()).getId());
        if (staff.hours() != null) {
            body.put("workingHours", staff.hours());
        }
        body.put("junior", staff.junior());
        if (staff.bar() != null) {
            body.put("attackThreshold", staff.bar());
        }
        ArrayNode secrets = body.putArray("protected");
        staff.secrets()
                .forEach(
                        one ->
                                secrets.addObject()
                                        .put("kind", one.kind())
                                        .put("value", one.value()));
        body.putObject("escalation").put("contactId", staffId(CONTACT));
        return body;
    }
}
