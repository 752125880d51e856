package org.upstander.scoring.judgement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts rows together that are learnt from at one step. */
final class RowBatches {
    /** So many batches are sorted by length together: the fewer, the more they differ each time. */
    private static final int GROUP = 50;

    private RowBatches() {}

    /**
     * Rows of about the same length go together, because padding costs as much as text; and so do
     * both of a minimal pair. Every call draws another order.
     *
     * @param most rows of a batch
     */
    static List<List<EncoderRow>> of(List<EncoderRow> rows, int most, Random random) {
        List<List<EncoderRow>> units = units(rows);
        Collections.shuffle(units, random);
        int group = most * GROUP;
        List<List<EncoderRow>> batches = new ArrayList<>();
        for (int from = 0; from < units.size(); from += group) {
            List<List<EncoderRow>> some =
                    new ArrayList<>(units.subList(from, Math.min(units.size(), from + group)));
            some.sort(Comparator.comparingInt(RowBatches::length));
            List<EncoderRow> batch = new ArrayList<>();
            for (List<EncoderRow> unit : some) {
                if (batch.size() + unit.size() > most) {
                    batches.add(batch);
                    batch = new ArrayList<>();
                }
                batch.addAll(unit);
            }
            batches.add(batch);
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private static List<List<EncoderRow>> units(List<EncoderRow> rows) {
        List<List<EncoderRow>> units = new ArrayList<>();
        Map<String, List<EncoderRow>> twins = new HashMap<>();
        for (EncoderRow row : rows) {
            List<EncoderRow> unit =
                    row.twins() == null
                            ? new ArrayList<>(1)
                            : twins.computeIfAbsent(row.twins(), k -> new ArrayList<>(2));
            if (unit.isEmpty()) {
                units.add(unit);
            }
            unit.add(row);
        }
        return units;
    }

    private static int length(List<EncoderRow> unit) {
        return unit.stream().mapToInt(row -> row.tokens().count()).max().orElse(0);
    }
}
