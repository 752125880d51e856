package org.upstander.scoring.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Posts to score at once. Other fields than these are ignored, as at the door of ingest-service.
 *
 * @param posts 1 to 500
 */
record ScoreRequest(
        @Schema(required = true, minItems = 1, maxItems = ScoreRequest.MOST) List<PostBody> posts) {

    static final int MOST = 500;

    /** A post as ingest-service takes it; what scoring has no use for may be left out. */
    @Schema(name = "Post")
    record PostBody(
            @Schema(description = "the platform; handles of the same platform are preferred")
                    String source,
            @Schema(required = true, description = "comes back in the result") String externalId,
            AuthorBody author,
            ThreadBody thread,
            ReplyBody replyTo,
            @Schema(
                            description =
                                    "plain text, needed unless html or deleted is given; what is beyond 64 KiB of UTF-8 is not looked at")
                    String text,
            @Schema(description = "used where text is missing") String html,
            @Schema(description = "RFC 3339") String createdAt,
            @Schema(description = "RFC 3339") String editedAt,
            boolean deleted,
            String url,
            @Schema(description = "BCP 47, a hint") String language,
            @Schema(
                            type = SchemaType.OBJECT,
                            description =
                                    "what Perspective said of the text, as it says it: at most 20 attributes, probabilities from 0 to 1; comes back in the explanation",
                            example = Examples.ATTRIBUTE_SCORES)
                    JsonNode attributeScores) {}

    @Schema(name = "Author")
    record AuthorBody(String id, String handle, String displayName) {}

    @Schema(name = "Thread")
    record ThreadBody(String id, String title) {}

    @Schema(name = "ReplyTo")
    record ReplyBody(String externalId, AuthorBody author, String text) {}
}
