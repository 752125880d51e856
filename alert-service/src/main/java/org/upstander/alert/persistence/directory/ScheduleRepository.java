package org.upstander.alert.persistence.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.directory.Stores;
import org.upstander.alert.domain.schedule.Schedule;

@ApplicationScoped
class ScheduleRepository extends DocumentRepository<Schedule, ScheduleRow>
        implements Stores.ScheduleStore {

    ScheduleRepository() {
        super(Schedule.class, ScheduleRow::new);
    }

    @Override
    void index(ScheduleRow row, Schedule value) {
        // Found by id only.
    }
}
