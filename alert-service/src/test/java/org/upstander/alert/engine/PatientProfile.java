package org.upstander.alert.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * The engine with the time that the database is given in production: many at once have to wait for
 * a connection, longest on a cold service.
 */
public class PatientProfile extends EngineProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.remove("UPSTANDER_DB_STATEMENT_TIMEOUT");
        overrides.remove("upstander.alert.database.transaction-limit");
        return overrides;
    }
}
