package org.upstander.alert.engine;

import java.util.HashMap;
import java.util.Map;

/** With keys for originals, of which the second one is on its way out; four for an incident. */
public class OriginalProfile extends EngineProfile {

    static final String KEY = "demo-ZXZpZGVuY2Uta2V5LW9mLXRoZS10ZXN0cy0zMi1ieXQ=";
    static final String OLD_KEY = "demo-AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("UPSTANDER_EVIDENCE_KEY", KEY + "," + OLD_KEY);
        overrides.put("upstander.evidence.per-incident", "4");
        return overrides;
    }
}
