package org.upstander.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstander.infrastructure.InfrastructureResource;
import org.upstander.ingest.application.backfill.Backfills;
import org.upstander.ingest.application.delivery.Formats;
import org.upstander.ingest.application.poll.Pollers;

/**
 * Whoever connects a platform finds its page, and no page promises a platform that is not there.
 */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
class DocumentationIT {

    private static final Path PAGES = Path.of("docs");
    private static final List<String> PARTS =
            List.of(
                    "## Five steps\n1. ",
                    "\n5. ",
                    "## Permissions",
                    "## What is seen",
                    "## What is not seen");

    @Inject Formats formats;
    @Inject Pollers pollers;

    private Set<String> types() {
        Set<String> types = new TreeSet<>(formats.types());
        types.addAll(pollers.types());
        types.add(Backfills.TYPE);
        return types;
    }

    @Test
    void everyTypeHasItsPageAndEveryPageItsType() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(types());
        }
        for (String type : types()) {
            String page = Files.readString(PAGES.resolve(type + ".md"));
            assertThat(page).as(type).contains(PARTS).contains("\"type\":\"" + type + "\"");
            assertThat(Files.readString(Path.of("README.md")))
                    .contains("[" + type + "](docs/" + type + ".md)");
        }
    }
}
