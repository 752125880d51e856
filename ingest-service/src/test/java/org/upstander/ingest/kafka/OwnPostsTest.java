package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OwnPostsTest {

    private final OwnPosts own = new OwnPosts();

    @Test
    void aReaderAmongOwnPostsReadsOnBehindThem() {
        for (long offset = 10; offset < 20; offset++) {
            own.wrote(3, offset);
        }

        assertThat(own.behind(3, 9)).isEqualTo(9); // another's stands there
        assertThat(own.behind(3, 10)).isEqualTo(20);
        assertThat(own.behind(3, 15)).isEqualTo(20);
        assertThat(own.behind(3, 20)).isEqualTo(20);
        assertThat(own.behind(2, 15)).isEqualTo(15);
    }

    @Test
    void ofATopicThatWasMadeAnewNothingOldIsPassedOver() {
        own.wrote(0, 100);
        own.wrote(0, 101);

        own.wrote(0, 5);

        assertThat(own.behind(0, 5)).isEqualTo(6);
        assertThat(own.behind(0, 100)).isEqualTo(100);
    }

    @Test
    void whoNeverReadsCostsNoMemory() {
        for (long offset = 0; offset < 1000; offset += 2) {
            own.wrote(0, offset);
        }

        assertThat(own.behind(0, 0)).isEqualTo(0); // forgotten, and so read back
        assertThat(own.behind(0, 998)).isEqualTo(999);
    }

    /** A fourth of them are another's. */
    @Property
    void nothingOfAnothersIsEverPassedOver(
            @ForAll @Size(max = 300) List<@IntRange(max = 3) Integer> writers,
            @ForAll @Size(max = 300) List<@IntRange(max = 3) Integer> steps) {
        OwnPosts posts = new OwnPosts();
        BitSet others = new BitSet();
        long position = 0;
        for (int offset = 0; offset < writers.size(); offset++) {
            if (writers.get(offset) == 0) {
                others.set(offset);
            } else {
                posts.wrote(0, offset);
            }
            long behind = posts.behind(0, position);
            assertThat(behind).isBetween(position, offset + 1L);
            assertThat(others.get((int) position, (int) behind).isEmpty()).isTrue();
            int step = offset < steps.size() ? steps.get(offset) : 1;
            position = Math.min(behind + step, offset + 1L);
        }
    }
}
