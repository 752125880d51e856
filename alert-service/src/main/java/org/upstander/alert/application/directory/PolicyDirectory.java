package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.EscalationPolicy;

/** In which order contacts are called. */
@Singleton
public class PolicyDirectory extends Entries<PolicyDraft, EscalationPolicy> {

    private static final int NAMED_USERS = 5;

    private final PolicyRules rules;
    private final PolicyWarnings warnings;
    private final DirectoryStores stores;

    PolicyDirectory(
            Transactions transactions,
            DirectoryStores stores,
            PolicyRules rules,
            PolicyWarnings warnings,
            Clock clock) {
        super(transactions, stores.policies(), clock);
        this.rules = rules;
        this.warnings = warnings;
        this.stores = stores;
    }

    @Override
    Optional<EscalationPolicy> check(
            PolicyDraft draft, Optional<EscalationPolicy> known, Checks checks) {
        return rules.check(draft, checks);
    }

    @Override
    String idOf(EscalationPolicy value) {
        return value.id();
    }

    @Override
    Uni<Void> changed(Stored<EscalationPolicy> entry) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<Void> removed(String id) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<List<Violation>> warnings(EscalationPolicy policy) {
        return warnings.of(policy);
    }

    @Override
    Uni<List<String>> usersOf(String id) {
        return stores.staff()
                .withPolicy(id, NAMED_USERS)
                .map(staff -> staff.stream().map(member -> "staff/" + member).toList());
    }

    /** The contacts that a policy names. */
    static Set<String> contactsOf(EscalationPolicy policy) {
        Set<String> out = new LinkedHashSet<>();
        for (EscalationPolicy.Step step : policy.steps()) {
            for (EscalationPolicy.Target target : step.targets()) {
                if (target instanceof EscalationPolicy.Target.NamedContact named) {
                    out.add(named.contactId());
                }
            }
        }
        if (policy.lastResortContactId() != null) {
            out.add(policy.lastResortContactId());
        }
        return out;
    }
}
