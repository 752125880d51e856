package org.upstander.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;

/** In a class loader that is not the system's, as in the packaged service. */
class NativeLz4Test {

    @Test
    void onceLoadedItIsWhatKafkaTakes() throws Exception {
        try (Apart loader = new Apart(true)) {
            // Given
            assertThat(fastest(loader)).contains("Java");
            // When
            assertThat(load(loader)).isEqualTo(true);
            // Then
            assertThat(fastest(loader)).contains("JNI");
        }
    }

    @Test
    void whereItCannotBeLoadedKafkaGoesOnInJava() throws Exception {
        try (Apart loader = new Apart(false)) {
            assertThat(load(loader)).isEqualTo(false);
            assertThat(load(loader)).isEqualTo(false);
            assertThat(fastest(loader)).contains("Java");
        }
    }

    private static Object load(ClassLoader loader) throws Exception {
        Method load = loader.loadClass(NativeLz4.class.getName()).getDeclaredMethod("load");
        load.setAccessible(true);
        return load.invoke(null);
    }

    private static String fastest(ClassLoader loader) throws Exception {
        return loader.loadClass(LZ4Factory.class.getName())
                .getMethod("fastestInstance")
                .invoke(null)
                .toString();
    }

    /** Has the classes for itself, and the library where there is one for this platform. */
    private static final class Apart extends URLClassLoader {

        private final boolean library;

        Apart(boolean library) {
            super(
                    new URL[] {placeOf(NativeLz4.class), placeOf(LZ4Factory.class)},
                    getPlatformClassLoader());
            this.library = library;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return library || name.endsWith(".class") ? super.getResourceAsStream(name) : null;
        }

        private static URL placeOf(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }
    }
}
