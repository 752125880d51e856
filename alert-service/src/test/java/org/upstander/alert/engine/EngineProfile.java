package org.upstander.alert.engine;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The engine on real Kafka and PostgreSQL, between a scripted directory and scripted channels. */
public class EngineProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(
                MovableClock.class,
                ScriptedDirectory.class,
                ScriptedNotifiers.class,
                ScriptedLinks.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "upstander.alert.engine.delivery.retry-after", "PT5S,PT30S",
                "upstander.alert.engine.delivery.lease", "PT30S",
                "upstander.webhook.allowed-networks", "127.0.0.0/8",
                "UPSTANDER_DB_STATEMENT_TIMEOUT", "4s",
                "upstander.alert.database.transaction-limit", "PT8S");
    }
}
