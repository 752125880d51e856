package org.upstander.standalone.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How far the feed has come, kept over restarts: a restart goes on where it stopped, so that nobody
 * is paged again for what was played already.
 */
final class FeedPlace {

    private final Path file;

    FeedPlace(Path file) {
        this.file = file;
    }

    /**
     * @param round counts from 1; part of the ids of the posts and their authors
     * @param next index of the next post
     */
    record At(int round, int next) {}

    /** The place to go on from; the start of the next round when the last one was finished. */
    At read(int posts) {
        At at = readAsWritten();
        return at.next() < posts ? at : new At(at.round() + 1, 0);
    }

    void write(At at) {
        try {
            Files.writeString(file, "round=%d%nnext=%d%n".formatted(at.round(), at.next()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private At readAsWritten() {
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new At(number(kept, "round", 1), number(kept, "next", 0));
    }

    private static int number(Properties kept, String name, int otherwise) {
        String text = kept.getProperty(name, "");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
