package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.upstander.alert.domain.ApiToken;
import org.upstander.alert.domain.AuthorAlias;
import org.upstander.alert.domain.Contact;
import org.upstander.alert.domain.EscalationPolicy;
import org.upstander.alert.domain.EventMode;
import org.upstander.alert.domain.Maintenance;
import org.upstander.alert.domain.Silence;
import org.upstander.alert.domain.StaffProfile;
import org.upstander.alert.domain.ThresholdSettings;
import org.upstander.alert.domain.schedule.Schedule;

/** The stores of the directory, one per kind of entry. */
public final class Stores {

    private Stores() {}

    /** Members of staff. */
    public interface StaffStore extends DirectoryStore<StaffProfile> {

        /** Ids of the members of staff who name this contact, at most {@code limit}. */
        Uni<List<String>> withContact(String contactId, int limit);

        /** Ids of the members of staff who name this policy, at most {@code limit}. */
        Uni<List<String>> withPolicy(String policyId, int limit);
    }

    /** Contacts. */
    public interface ContactStore extends DirectoryStore<Contact> {}

    /** Escalation policies. */
    public interface PolicyStore extends DirectoryStore<EscalationPolicy> {}

    /** On-call schedules. */
    public interface ScheduleStore extends DirectoryStore<Schedule> {}

    /** The thresholds for everybody. */
    public interface ThresholdStore extends DirectoryStore<ThresholdSettings> {}

    /** Silences. */
    public interface SilenceStore extends DirectoryStore<Silence> {}

    /** Maintenance windows. */
    public interface MaintenanceStore extends DirectoryStore<Maintenance> {}

    /** Accounts that are one person's. */
    public interface AuthorAliasStore extends DirectoryStore<AuthorAlias> {}

    /** Event modes. */
    public interface EventModeStore extends DirectoryStore<EventMode> {}

    /** API tokens, as hashes. */
    public interface TokenStore extends DirectoryStore<ApiToken> {}
}
