package org.upstander.scoring.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Map;
import org.upstander.contracts.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Commands beside the service. They need Kafka and nothing else: no key, no HTTP, no roster. Run
 * with the same {@code KAFKA_…} environment as the service.
 */
@Command(
        name = "scoring-service",
        description = "Without a command, the service itself is started.",
        mixinStandardHelpOptions = true)
public final class Commands {

    private Commands() {}

    /** Runs what {@code args} say; returns the exit code. */
    public static int execute(String... args) {
        return execute(
                new PrintWriter(System.out, true, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                args);
    }

    static int execute(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Commands())
                .setOut(out)
                .setErr(err)
                .addSubcommand(new CommandLine(new Letters()).setOut(out).setErr(err))
                .setExecutionExceptionHandler(Commands::explain)
                .execute(args);
    }

    private static int explain(
            Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr()
                .printf(
                        "%s: %s%nKafka is asked at %s (KAFKA_BOOTSTRAP_SERVERS).%n",
                        failure.getClass().getSimpleName(),
                        failure.getMessage(),
                        KafkaSettings.fromConfiguration().get("bootstrap.servers"));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "dead-letters",
            description = "Records that could not be read.",
            mixinStandardHelpOptions = true)
    static final class Letters {
        @Spec private CommandSpec spec;

        @Command(
                description =
                        "Shows each dead letter: where it came from and why, not what it says.")
        int list(
                @Option(
                                names = "--topic",
                                description = "the source topic, default ${DEFAULT-VALUE}",
                                defaultValue = Topics.POSTS)
                        String topic,
                @Option(
                                names = "--max",
                                description = "show at most so many, default ${DEFAULT-VALUE}",
                                defaultValue = "1000")
                        int max) {
            PrintWriter out = spec.commandLine().getOut();
            long shown = replay(topic).list(max, letter -> out.println(letter.line()));
            out.printf("%d shown%n", shown);
            return CommandLine.ExitCode.OK;
        }

        @Command(
                description =
                        "Writes dead letters back to their topic, each once: a second run goes on where"
                                + " the first ended. What fails again becomes a new dead letter.")
        int replay(
                @Option(
                                names = "--topic",
                                description = "the source topic, default ${DEFAULT-VALUE}",
                                defaultValue = Topics.POSTS)
                        String topic,
                @Option(
                                names = "--max",
                                description = "replay at most so many, default all",
                                defaultValue = "2147483647")
                        int max) {
            DeadLetterReplay.Result result = replay(topic).replay(max);
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d replayed to %s, %d skipped (no value: nothing to score), %d waiting%n",
                            result.replayed(), topic, result.skipped(), result.waiting());
            return CommandLine.ExitCode.OK;
        }

        private static DeadLetterReplay replay(String topic) {
            Map<String, Object> broker = KafkaSettings.fromConfiguration();
            return new DeadLetterReplay(new KafkaClients(broker), topic);
        }
    }
}
