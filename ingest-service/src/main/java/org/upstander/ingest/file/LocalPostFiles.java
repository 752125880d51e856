package org.upstander.ingest.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstander.ingest.application.backfill.PostFiles;
import org.upstander.ingest.config.SourcesConfig;
import org.upstander.ingest.domain.Backfill;
import org.upstander.ingest.domain.Source;

/**
 * Files under the directory that the operator names ({@code UPSTANDER_SOURCE_FILES}), and nothing
 * outside of it: a source names a file or a directory in it.
 */
@ApplicationScoped
class LocalPostFiles implements PostFiles {

    private final Optional<Path> root;

    LocalPostFiles(SourcesConfig config) {
        this.root = config.files().filter(name -> !name.isBlank()).map(Path::of);
    }

    @Override
    public Reader open(Source source, Backfill.Position from) throws IOException {
        return new ReadAhead(new FilesReader(files(source), source, from));
    }

    /** In the order of their names. */
    private List<Path> files(Source source) throws IOException {
        if (root.isEmpty()) {
            throw new FileNotFoundException();
        }
        Path inside = root.get().toRealPath();
        Path named = named(inside, source.settings().path());
        if (!isWithin(inside, named)) {
            throw new FileNotFoundException();
        }
        if (!Files.isDirectory(named)) {
            return List.of(named);
        }
        try (Stream<Path> all = Files.list(named)) {
            return all.filter(FilesReader::isRead)
                    .filter(Files::isRegularFile)
                    .filter(file -> isWithin(inside, file))
                    .sorted()
                    .toList();
        }
    }

    private static Path named(Path inside, String path) throws IOException {
        try {
            return inside.resolve(path);
        } catch (InvalidPathException e) {
            throw new FileNotFoundException(); // no name that this machine can write
        }
    }

    /** Not a link, nor "..", that leads out. */
    private static boolean isWithin(Path inside, Path file) {
        try {
            return file.toRealPath().startsWith(inside);
        } catch (IOException e) {
            return false; // gone, or not to be read
        }
    }
}
