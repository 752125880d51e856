package org.upstander.ingest.config;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.upstander.ingest.application.backfill.Backfills;
import org.upstander.ingest.application.delivery.Formats;
import org.upstander.ingest.application.delivery.WebhookFormat;
import org.upstander.ingest.application.health.TellRules;
import org.upstander.ingest.application.poll.Poller;
import org.upstander.ingest.application.poll.Pollers;
import org.upstander.ingest.application.source.Quotas;
import org.upstander.ingest.domain.Needs;
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
    Pollers pollers(Instance<Poller> pollers) {
        return new Pollers(pollers.stream().toList());
    }

    @Produces
    @Singleton
    SourceRules rules(Formats formats, Pollers pollers) {
        Map<String, Needs> types = new HashMap<>(pollers.needs());
        // Of a type that is asked, too, its poller knows more.
        formats.types().forEach(type -> types.putIfAbsent(type, Needs.OF_CALLERS));
        types.put(Backfills.TYPE, Needs.NOTHING);
        return new SourceRules(types);
    }

    @Produces
    @Singleton
    Quotas quotas(SourcesConfig config) {
        return new Quotas(config.postsPerMinute(), System::nanoTime);
    }

    @Produces
    @Singleton
    TellRules telling(SourcesConfig config) {
        return new TellRules(config.blindFor());
    }
}
