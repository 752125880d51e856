package org.upstander.bench.control;

import java.nio.file.Path;
import org.upstander.infrastructure.EmbeddedKafka;

/** The broker as a process of its own, so that no client shares its heap. */
public final class Broker {

    private Broker() {}

    /**
     * @param args directory, port
     */
    public static void main(String[] args) {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Line.endWithInput(kafka::close);
        Line.say(Line.READY);
    }
}
