package org.upstander.bench.run;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What is alive on the heap of another process of this user. */
final class ServiceHeap implements AutoCloseable {

    /** What refers to itself may need two rounds. */
    private static final int COLLECTIONS = 3;

    private final JMXConnector connector;
    private final MemoryMXBean memory;

    @SuppressWarnings("BanJNDI") // The address is that of the process which we started ourselves.
    ServiceHeap(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                connector =
                        JMXConnectorFactory.connect(
                                new JMXServiceURL(machine.startLocalManagementAgent()));
            } finally {
                machine.detach();
            }
            memory =
                    ManagementFactory.newPlatformMXBeanProxy(
                            connector.getMBeanServerConnection(),
                            ManagementFactory.MEMORY_MXBEAN_NAME,
                            MemoryMXBean.class);
        } catch (AttachNotSupportedException | IOException e) {
            throw new BenchFailure("the heap of a service cannot be looked at", e);
        }
    }

    /** Bytes in use after collecting. */
    double used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            System.err.println("while letting go of a service: " + e.getMessage());
        }
    }
}
