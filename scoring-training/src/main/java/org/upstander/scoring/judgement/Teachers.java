package org.upstander.scoring.judgement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * How likely an attack a row is, as other encoders say that have not learnt from it ({@code
 * gpu/teach.py}). What they doubt is then not learnt by heart.
 */
final class Teachers {
    private final Map<String, Float> said;

    private Teachers(Map<String, Float> said) {
        this.said = said;
    }

    static Teachers none() {
        return new Teachers(Map.of());
    }

    /**
     * @param file gzip; a line for each row, its key and a probability, by a tab
     */
    static Teachers read(Path file) throws IOException {
        Map<String, Float> said = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                said.put(line.substring(0, tab), Float.valueOf(line.substring(tab + 1)));
            }
        }
        return new Teachers(said);
    }

    /** 0 to 1; NaN where they said nothing. */
    float ofPost(String post, String staff) {
        return said.getOrDefault(post + " " + staff, Float.NaN);
    }

    /**
     * @param key of {@link PublicSets.Text}
     */
    float ofPublic(String key) {
        return said.getOrDefault(key, Float.NaN);
    }
}
