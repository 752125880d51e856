package org.upstander.ingest.kafka;

import net.jpountz.lz4.LZ4Factory;

/**
 * Has Kafka's clients compress in native code. By themselves they do so only where the library's
 * classes come from the system's class loader, which in a Quarkus application they do not, and then
 * they take more than twice as long.
 */
final class NativeLz4 {

    private NativeLz4() {}

    /**
     * To be called before the first client is opened.
     *
     * @return whether it could be loaded; else the clients go on in Java
     */
    static boolean load() {
        try {
            return LZ4Factory.nativeInstance() != null;
        } catch (LinkageError | AssertionError | RuntimeException e) {
            return false; // another platform, or no directory to load it from
        }
    }
}
