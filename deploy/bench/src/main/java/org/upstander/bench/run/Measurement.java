package org.upstander.bench.run;

import java.util.List;

/** Subject and control, alternating. */
interface Measurement {

    /** {@code R1}. */
    String name();

    List<Figure> run(Options options);
}
