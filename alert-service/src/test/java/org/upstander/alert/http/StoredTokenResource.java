package org.upstander.alert.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.upstander.access.TokenHash;
import org.upstander.infrastructure.Database;
import org.upstander.infrastructure.InfrastructureResource;

/** A database that holds a token before the service starts, and a tokens topic that is empty. */
public class StoredTokenResource implements QuarkusTestResourceLifecycleManager {

    static final String ID = "tk-stored";
    static final String SECRET = "ups_stored-before-the-start";

    private static final String EMPTY_TOPIC = "upstander.tokens.lost";

    @Override
    public Map<String, String> start() {
        Database database = InfrastructureResource.shared().database();
        String url =
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name());
        Flyway.configure().dataSource(url, database.user(), database.password()).load().migrate();
        try (Connection connection =
                        DriverManager.getConnection(url, database.user(), database.password());
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into api_token (id, hash, document, updated_at) values (?, ?, ?, now()) on conflict do nothing")) {
            insert.setString(1, ID);
            insert.setString(2, TokenHash.of(SECRET));
            insert.setString(
                    3,
                    """
                    {"id":"%s","name":"of yesterday","hash":"%s","scopes":["INCIDENTS_READ"],"createdAt":"2026-11-23T12:00:00Z"}"""
                            .formatted(ID, TokenHash.of(SECRET)));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "mp.messaging.incoming.upstander-tokens.topic",
                EMPTY_TOPIC,
                "mp.messaging.incoming.upstander-tokens.assign-seek",
                EMPTY_TOPIC + ":0:0");
    }

    @Override
    public void stop() {
        // The row goes with the database.
    }
}
