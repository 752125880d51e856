package org.upstander.scenarios.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.upstander.alert.domain.Assessment;
import org.upstander.alert.domain.GroupKey;
import org.upstander.alert.domain.Grouping;
import org.upstander.alert.domain.Incident;
import org.upstander.alert.domain.SourceNews;
import org.upstander.alert.domain.pattern.Encounter;
import org.upstander.alert.domain.pattern.PatternKind;
import org.upstander.alert.domain.pattern.Sighting;
import org.upstander.scenarios.story.Happening;

/** What alert-service has in its database: all that is left after a restart. */
final class Rows {

    final Set<String> seen = new HashSet<>();
    final Map<String, Assessed> assessed = new LinkedHashMap<>();
    final List<Acted> acts = new ArrayList<>();
    final List<Tried> attempts = new ArrayList<>();

    final Map<String, Incident> incidents = new LinkedHashMap<>();
    final Map<String, Folder> folders = new HashMap<>();
    final Map<GroupKey, String> owners = new HashMap<>();
    final Set<Grouping.Member> members = new HashSet<>();

    final List<ToldRun> toldRuns = new ArrayList<>();

    /** In which incident an assessment is. */
    final Map<String, String> incidentOf = new HashMap<>();

    final PriorityQueue<Timer> timers =
            new PriorityQueue<>(
                    Comparator.comparing(Timer::due)
                            .thenComparing(Timer::why)
                            .thenComparing(Timer::about));
    final Map<String, Instant> lastPost = new HashMap<>();
    final Map<String, SourceNews.Told> told = new HashMap<>();
    final List<Played.Notice> notices = new ArrayList<>();

    /**
     * @param assessment as scored
     * @param recordedAt when
     */
    record Assessed(Assessment assessment, Instant recordedAt) {}

    /**
     * @param author key of whom it was taken against
     */
    record Acted(String author, Encounter.Act act) {}

    /**
     * @param author key of who made it
     */
    record Tried(String author, Happening.Approached what, Encounter.Attempt attempt) {}

    /**
     * A run that somebody was told of.
     *
     * @param newest its last post
     */
    record ToldRun(PatternKind pattern, Sighting newest) {}

    /**
     * Something that is due.
     *
     * @param about an assessment, or a source
     */
    record Timer(Instant due, Why why, String about) {

        enum Why {
            /** It may brew after this post. */
            BREWING,
            /** This post may end a run. */
            RUN,
            /** This source may be silent. */
            SILENCE
        }
    }

    /** What belongs to an incident. */
    static final class Folder {
        final SortedSet<PatternKind> patterns = new TreeSet<>();
        final List<String> assessments = new ArrayList<>();
        final List<String> reasons = new ArrayList<>();
        final List<Instant> pages = new ArrayList<>();

        /** A page that waits for a pile-on to end. */
        boolean held;
    }

    Folder folder(String incidentId) {
        return folders.computeIfAbsent(incidentId, id -> new Folder());
    }
}
