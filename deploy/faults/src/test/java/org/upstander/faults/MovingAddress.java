package org.upstander.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An address that leads to one server now and to another later, as a failover moves it. */
final class MovingAddress implements AutoCloseable {

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    /** Leads nowhere at first. */
    MovingAddress() {
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /**
     * From now on it leads there; whoever is connected is cut off.
     *
     * @param port on the loopback address
     */
    void leadTo(int port) {
        target = port;
        cutOff();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                // Closed, or one client less.
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            threads.execute(() -> pump(client, server));
            pump(server, client);
        } catch (IOException e) {
            // Nobody there, as the client finds out.
            close(client);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side is gone: so is the other, below.
        } finally {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cutOff() {
        Set.copyOf(open).forEach(this::close);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutOff();
        threads.shutdownNow();
    }
}
