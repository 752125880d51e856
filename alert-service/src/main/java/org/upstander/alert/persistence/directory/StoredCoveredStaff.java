package org.upstander.alert.persistence.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.upstander.alert.application.directory.Stored;
import org.upstander.alert.application.source.CoveredStaff;
import org.upstander.alert.domain.StaffMember;
import org.upstander.alert.domain.StaffProfile;

/** Looks through all staff, some at a time: a source goes blind once in a while. */
@ApplicationScoped
class StoredCoveredStaff implements CoveredStaff {

    private static final int SOME = 500;

    private final StaffRepository staff;

    StoredCoveredStaff(StaffRepository staff) {
        this.staff = staff;
    }

    @Override
    public Uni<List<StaffMember>> on(String platform) {
        return add(new ArrayList<>(), "", platform);
    }

    private Uni<List<StaffMember>> add(List<StaffMember> found, String after, String platform) {
        return staff.page(after, SOME)
                .chain(
                        some -> {
                            some.stream()
                                    .map(Stored::value)
                                    .map(StaffProfile::member)
                                    .filter(member -> member.isOn(platform))
                                    .forEach(found::add);
                            return some.size() < SOME
                                    ? Uni.createFrom().item(found)
                                    : add(
                                            found,
                                            some.get(SOME - 1).value().member().id(),
                                            platform);
                        });
    }
}
