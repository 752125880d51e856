package org.upstander.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The figures as a table for people and as JSON for scripts. */
final class Report {

    private static final String ROW = "%-18s %-52s %12s %12s %12s %-8s %-10s %s%n";

    private Report() {}

    static String table(String machine, List<Figure> figures) {
        StringBuilder table = new StringBuilder(4096);
        table.append(machine).append(System.lineSeparator());
        table.append(row("", "", "median", "min", "max", "", "wanted", ""));
        for (Figure figure : figures) {
            table.append(
                    row(
                            figure.key(),
                            figure.what(),
                            number(figure.spread().median(), figure.unit()),
                            number(figure.spread().min(), figure.unit()),
                            number(figure.spread().max(), figure.unit()),
                            figure.unit(),
                            wanted(figure),
                            verdict(figure)));
        }
        return table.toString();
    }

    static String json(String machine, List<Figure> figures) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        for (Figure figure : figures) {
            ObjectNode node = root.putObject(figure.key());
            node.put("median", figure.spread().median())
                    .put("min", figure.spread().min())
                    .put("max", figure.spread().max())
                    .put("unit", figure.unit());
            if (figure.target() != null) {
                node.put(figure.target().atMost() ? "atMost" : "atLeast", figure.target().bound())
                        .put("reached", figure.isReached());
            }
        }
        root.put("machine", machine);
        return root.toPrettyString();
    }

    static void write(Path file, String json) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String wanted(Figure figure) {
        Figure.Target target = figure.target();
        return target == null
                ? ""
                : (target.atMost() ? "<= " : ">= ") + number(target.bound(), figure.unit());
    }

    private static String verdict(Figure figure) {
        if (figure.target() == null) {
            return "";
        }
        return figure.isReached() ? "reached" : "MISSED";
    }

    private static String number(double value, String unit) {
        String format =
                switch (unit) {
                    case "ratio" -> "%.3f";
                    case "ms" -> "%.1f";
                    case "us" -> "%.2f";
                    default -> "%,.0f";
                };
        return String.format(Locale.ROOT, format, value);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing() + System.lineSeparator();
    }
}
