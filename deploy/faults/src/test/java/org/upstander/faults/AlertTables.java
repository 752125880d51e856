package org.upstander.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.upstander.infrastructure.Database;

/** What alert-service keeps, where no interface of a service that stands still can tell. */
final class AlertTables {

    private final Database database;

    AlertTables(Database database) {
        this.database = database;
    }

    /** Deliveries in a state. */
    int deliveries(String state) throws SQLException {
        String address =
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name());
        try (Connection connection =
                        DriverManager.getConnection(address, database.user(), database.password());
                PreparedStatement count =
                        connection.prepareStatement(
                                "select count(*) from delivery where state = ?")) {
            count.setString(1, state);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
