package org.upstander.ingest.config;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.upstander.ingest.application.backfill.Backfills;
import org.upstander.ingest.application.delivery.Formats;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.domain.SourceRules;

/** What the connectors that are there amount to. */
class SourceBeans {

    @Produces
    @Singleton
    Formats formats(Instance<WebhookFormat> formats) {
        return new Formats(formats.stream().toList());
    }

    @Produces
    @Singleton
    SourceRules rules(Formats formats) {
        Set<String> types = new TreeSet<>(formats.types());
        types.add(Backfills.TYPE);
        return new SourceRules(types, formats.types());
    }
}
