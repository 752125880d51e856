package org.upstander.alert.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.upstander.alert.application.source.SourceNoticeSettings;

/** Hands out the rhythm of notices about sources. */
@ApplicationScoped
class SourceNoticeBeans {

    @Produces
    @Singleton
    SourceNoticeSettings sourceNotices(SourceNoticeConfig config) {
        return new SourceNoticeSettings(config.pause());
    }
}
