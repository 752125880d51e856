package org.upstander.infrastructure;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Makes the declared topics on an operator's own cluster: {@code CreateTopics client.properties},
 * where the file holds {@code bootstrap.servers} and whatever security the cluster wants.
 */
public final class CreateTopics {

    private CreateTopics() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: CreateTopics CLIENT_PROPERTIES_FILE");
            System.exit(2);
        }
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            file.load(reader);
        }
        Map<String, Object> client = new HashMap<>();
        file.forEach((key, value) -> client.put((String) key, value));
        DeclaredTopics declared = DeclaredTopics.load();
        declared.createMissing(client);
        System.out.println(declared.topics().size() + " topics are there");
    }
}
