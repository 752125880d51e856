package org.upstander.bench.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.upstander.bench.load.Latencies;
import org.upstander.bench.load.Receiver;
import org.upstander.bench.traffic.Person;
import org.upstander.infrastructure.EmbeddedDatabase;
import org.upstander.infrastructure.FreePorts;
import org.upstander.standalone.Service;
import org.upstander.standalone.ServiceProcess;

/** alert-service on Kafka and PostgreSQL; its assessments are written by the benchmark. */
final class AlertAlone {

    /** As alert-service is shipped. */
    static final String GROUP = "upstander-alert-assessments";

    private final Api api;
    private final EmbeddedDatabase database;
    private final ServiceProcess process;
    private final int port = FreePorts.one();

    AlertAlone(Bench bench) {
        database = EmbeddedDatabase.start(bench.data().resolve("postgres"), FreePorts.one());
        bench.database(database);
        api = new Api(bench.authorization());
        process = bench.service(Service.ALERT, port, PagingSystem.JVM, PagingSystem.settings(port));
    }

    Pausable pausable() {
        return new Pausable(process.pid());
    }

    int port() {
        return port;
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(database.port());
    }

    /** Each person gets a contact whose webhook ends in the person's id. */
    void employ(List<Person> people, Receiver receiver) {
        for (Person person : people) {
            api.put(
                    PagingSystem.at(port, "/v1/contacts/ct-" + person.staffId()),
                    PagingSystem.contact(person, receiver));
        }
        for (int from = 0; from < people.size(); from += PagingSystem.IMPORT_AT_ONCE) {
            ArrayNode staff = Api.JSON.createArrayNode();
            people.subList(from, Math.min(people.size(), from + PagingSystem.IMPORT_AT_ONCE))
                    .forEach(person -> staff.add(PagingSystem.member(person)));
            api.post(PagingSystem.at(port, "/v1/staff:import"), staff);
        }
    }

    /** Her contact at once, then digests while it goes on; nobody else, ever. */
    void digests(Person person, int everySeconds) {
        ObjectNode policy = Api.JSON.createObjectNode();
        policy.put("displayName", "Digests").put("groupIntervalSeconds", everySeconds);
        policy.putArray("steps")
                .addObject()
                .putArray("targets")
                .addObject()
                .put("staffContact", true);
        policy.putObject("lastResort").put("contactId", "nobody");
        api.put(PagingSystem.at(port, "/v1/policies/digests"), policy);
        ObjectNode member = PagingSystem.member(person);
        ((ObjectNode) member.get("escalation")).put("policyId", "digests");
        member.remove("id");
        api.put(PagingSystem.at(port, "/v1/staff/" + person.staffId()), member);
    }

    /** Transactions that recorded attacks on somebody: what one records has one time. */
    long recordings(Person person) {
        return number(
                "select count(distinct recorded_at) from assessment where staff_id = '"
                        + person.staffId()
                        + "'");
    }

    /** Attacks recorded on somebody. */
    long recorded(Person person) {
        return number(
                "select coalesce(sum(post_count), 0) from incident where staff_id = '"
                        + person.staffId()
                        + "'");
    }

    private long number(String query) {
        try (Connection connection =
                        DriverManager.getConnection(databaseUrl(), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new BenchFailure("the database did not answer", e);
        }
    }

    /**
     * From when each should have been written until the first page about the person of the same
     * place. One that does not come within {@code patience} counts as one that came after it.
     */
    static Latencies pages(List<Person> people, long[] due, Receiver receiver, long patienceNanos) {
        Latencies latencies = new Latencies();
        long giveUp = System.nanoTime() + patienceNanos;
        for (int i = 0; i < due.length; i++) {
            String name = people.get(i).staffId();
            while (receiver.arrival(name).isEmpty() && System.nanoTime() < giveUp) {
                LockSupport.parkNanos(5_000_000);
            }
            latencies.add(receiver.arrival(name).orElse(due[i] + patienceNanos) - due[i]);
        }
        return latencies;
    }
}
