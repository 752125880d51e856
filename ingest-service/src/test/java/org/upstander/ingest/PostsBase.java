package org.upstander.ingest;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.upstander.contracts.Topics;
import org.upstander.infrastructure.InfrastructureResource;

/** An id of its own for each test, and what the topic of posts gets meanwhile. */
abstract class PostsBase {

    final String id = UUID.randomUUID().toString();
    TopicTail topic;

    @BeforeEach
    void openTopic() {
        topic =
                new TopicTail(
                        InfrastructureResource.shared().kafka().bootstrapServers(), Topics.POSTS);
    }

    @AfterEach
    void closeTopic() {
        topic.close();
    }
}
