package org.upstander.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.yaml.snakeyaml.Yaml;

/**
 * The topics declared in {@code deploy/topics/topics.yaml}.
 *
 * @param topics in the order of the file
 */
public record DeclaredTopics(List<Topic> topics) {

    /**
     * @param name of the topic
     * @param partitions at least 1
     * @param config broker settings
     */
    public record Topic(String name, int partitions, Map<String, String> config) {}

    /** Reads the declaration that is packed with this module. */
    public static DeclaredTopics load() {
        try (InputStream file = DeclaredTopics.class.getResourceAsStream("/topics.yaml")) {
            Map<String, List<Map<String, Object>>> root = new Yaml().load(file);
            return new DeclaredTopics(
                    root.get("topics").stream().map(DeclaredTopics::topic).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the topics that the cluster lacks, with the cluster's default replication.
     *
     * @param client settings of a Kafka client, with {@code bootstrap.servers}
     */
    public void createMissing(Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            Set<String> present = admin.listTopics().names().get();
            for (Topic topic : topics) {
                if (!present.contains(topic.name())) {
                    create(admin, topic);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics could not be made", e.getCause());
        }
    }

    private static void create(Admin admin, Topic topic)
            throws InterruptedException, ExecutionException {
        NewTopic wanted =
                new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
        try {
            admin.createTopics(List.of(wanted.configs(topic.config()))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Topic topic(Map<String, Object> row) {
        return new Topic(
                (String) row.get("name"),
                (Integer) row.get("partitions"),
                (Map<String, String>) row.getOrDefault("config", Map.of()));
    }
}
