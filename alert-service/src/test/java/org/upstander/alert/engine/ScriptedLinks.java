package org.upstander.alert.engine;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;
import org.upstander.alert.application.Links;

@Alternative
@Singleton
class ScriptedLinks implements Links {

    @Override
    public URI incident(String incidentId) {
        return URI.create("https://alerts.example.org/v1/incidents/" + incidentId);
    }

    @Override
    public URI acknowledge(String incidentId, String contactId) {
        return URI.create("https://alerts.example.org/a/" + incidentId + "-" + contactId);
    }
}
