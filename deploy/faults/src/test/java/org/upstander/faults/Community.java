package org.upstander.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upstander.standalone.Service;

/** An invented community: its staff, who looks after them, and what members write. */
final class Community {

    /** In every post's text; in no log may it be found. */
    static final String TRACER = "zyxwquark";

    static final String SOURCE = "forum";

    private final Api api;

    Community(Api api) {
        this.api = api;
    }

    /** A contact who is reached by these methods, in this order. */
    void contact(String id, List<Map<String, Object>> methods) {
        api.put("/v1/contacts/" + id, Map.of("displayName", "Contact " + id, "methods", methods))
                .expect(200, 201);
    }

    static Map<String, Object> mail(String address) {
        return Map.of("channel", "email", "address", address, "verified", true);
    }

    static Map<String, Object> webhook(String address) {
        return Map.of("channel", "webhook", "address", address, "verified", true);
    }

    /** A member of staff with that full name; her handle is her id. */
    void staff(String id, String name, String contact, String policy) {
        ObjectNode staff = Api.JSON.createObjectNode();
        staff.put("displayName", name);
        staff.putArray("names").add(name).add(name.substring(0, name.indexOf(' ')));
        staff.putArray("handles").addObject().put("platform", SOURCE).put("handle", id);
        staff.putArray("protected")
                .addObject()
                .put("kind", "phone")
                .put("value", "+1 206 555 0142");
        ObjectNode escalation = staff.putObject("escalation").put("contactId", contact);
        if (policy != null) {
            escalation.put("policyId", policy);
        }
        api.put("/v1/staff/" + id, staff).expect(200, 201);
    }

    /** A post as its source would send it. */
    static ObjectNode post(String externalId, String author, String thread, String text) {
        ObjectNode post = Api.JSON.createObjectNode();
        post.put("source", SOURCE).put("externalId", externalId);
        post.putObject("author").put("id", author).put("handle", author);
        post.putObject("thread").put("id", thread).put("title", "Round two");
        post.put("text", text).put("createdAt", Instant.now().toString());
        return post;
    }

    /** Hands a post in and expects it to be taken. */
    void write(ObjectNode post) {
        api.post(Service.INGEST, "/v1/posts", post).expect(202);
    }

    static String attackOn(String name) {
        return name
                + " you are a pathetic, worthless idiot and everybody here hates you. "
                + TRACER;
    }

    static String criticismOf(String name) {
        return "The ruling that "
                + name
                + " published is wrong and should be withdrawn, the rules say the opposite. "
                + TRACER;
    }

    static String chatter() {
        return "Does anyone know when the next round opens? The page still shows last week. "
                + TRACER;
    }
}
