package org.upstander.alert.application.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.upstander.alert.application.stats.MentionReader.Counted;
import org.upstander.alert.domain.noise.Mentions;
import org.upstander.alert.domain.noise.TimeBuckets;

/** Puts counts in rows: each group has every bucket, also those in which there was nothing. */
final class MentionSeries {

    /** More than so many values are for no dashboard. */
    static final int MOST_VALUES = 50_000;

    private MentionSeries() {}

    /** By group, in order. Where all is one there is a series in any case. */
    static SortedMap<String, List<Mentions>> of(
            List<Counted> counted, TimeBuckets buckets, GroupBy groupBy) {
        SortedMap<String, Mentions[]> rows = new TreeMap<>();
        if (groupBy == GroupBy.NONE || groupBy == GroupBy.VERDICT) {
            rows.put("", empty(buckets));
        }
        for (Counted one : counted) {
            rows.computeIfAbsent(one.group(), group -> empty(buckets))[one.bucket()] =
                    one.mentions();
        }
        SortedMap<String, List<Mentions>> series = new TreeMap<>();
        for (Map.Entry<String, Mentions[]> row : rows.entrySet()) {
            series.put(row.getKey(), Collections.unmodifiableList(Arrays.asList(row.getValue())));
        }
        return series;
    }

    private static Mentions[] empty(TimeBuckets buckets) {
        Mentions[] row = new Mentions[buckets.count()];
        Arrays.fill(row, Mentions.NONE);
        return row;
    }
}
