package org.upstander.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {

    @Test
    void argumentsOfJmhAreSplitAndComeLast() {
        assertThat(Pieces.command(" fold  -wi 1 "))
                .endsWith("org.openjdk.jmh.Main", "fold", "-wi", "1");
        assertThat(Pieces.command("")).endsWith("org.openjdk.jmh.Main");
    }

    @Test
    void classPathIsNotOnTheCommandLine() {
        ProcessBuilder process = new ProcessBuilder(Pieces.command(""));

        ServiceClasses.putOn(process, "a:b");

        assertThat(process.environment()).containsEntry("CLASSPATH", "a:b");
        assertThat(process.command()).noneMatch(arg -> arg.contains("a:b"));
    }
}
