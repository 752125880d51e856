package org.upstander.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.upstander.infrastructure.Database;

/** What alert-service keeps, where no interface of a service that stands still can tell. */
final class AlertTables {

    private final Database database;

    AlertTables(Database database) {
        this.database = database;
    }

    /** Deliveries in a state. */
    int deliveries(String state) throws SQLException {
        return count("select count(*) from delivery where state = ?", state);
    }

    /** Assessments of posts that mean somebody. */
    int assessments(String staff) throws SQLException {
        return count("select count(*) from assessment where staff_id = ?", staff);
    }

    /** Nobody reads or writes assessments until the connection that comes back is closed. */
    Connection lockAssessments() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement()) {
            lock.execute("lock table assessment in access exclusive mode");
        }
        return connection;
    }

    private int count(String query, String parameter) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement count = connection.prepareStatement(query)) {
            count.setString(1, parameter);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.host(), database.port(), database.name()),
                database.user(),
                database.password());
    }
}
