package org.upstander.scoring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.upstander.scoring.kafka.Commands;

/** Without arguments the service; with arguments a command that ends. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        if (args.length == 0) {
            Quarkus.run();
        } else {
            System.exit(Commands.execute(args));
        }
    }
}
