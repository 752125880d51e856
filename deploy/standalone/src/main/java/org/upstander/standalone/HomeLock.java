package org.upstander.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One launcher per home. The operating system frees the lock when its owner ends, however it ends;
 * the file says who holds it and whether it is stopping.
 */
final class HomeLock implements AutoCloseable {

    private static final String STOPPING = "stopping";

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock. Waits for an owner that is stopping.
     *
     * @param patience how long to wait for such an owner
     * @throws StartFailure when somebody holds it
     */
    static HomeLock take(Path home, int portBase, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<HomeLock> lock = tryTake(home);
            if (lock.isPresent()) {
                lock.get().write(ProcessHandle.current().pid() + " " + portBase + " running");
                return lock.get();
            }
            String[] owner = owner(home);
            if (!owner[2].equals(STOPPING) || System.nanoTime() > deadline) {
                throw new StartFailure(heldBy(home, owner));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Takes the lock if nobody holds it. */
    static Optional<HomeLock> tryTake(Path home) {
        try {
            if (!Files.isDirectory(home)) {
                // Everything below is nobody else's business: posts, evidence, secrets.
                Files.createDirectories(home, OwnerOnly.folder(home));
            }
            FileChannel channel =
                    FileChannel.open(
                            file(home),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (locked(channel)) {
                return Optional.of(new HomeLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be used (%s): choose another folder with -D%s="
                            .formatted(home, e.getMessage(), Settings.HOME),
                    e);
        }
    }

    /** Tells others that the wait for the lock will be short. */
    void stopping() {
        write(ProcessHandle.current().pid() + " 0 " + STOPPING);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held within this JVM.
            return false;
        }
    }

    private static String heldBy(Path home, String[] owner) {
        return """
               Upstander is running already with the data in %s (process %s, ports from %s).
               Stop that one first (Ctrl-C there, or: kill %s), or start a second one beside it with
                 mvn -Pstandalone -D%s=%s-2 -D%s=%d"""
                .formatted(
                        home,
                        owner[0],
                        owner[1],
                        owner[0],
                        Settings.HOME,
                        home,
                        Settings.PORT_BASE,
                        elsewhere(owner[1]));
    }

    private static int elsewhere(String portBase) {
        return portBase.equals(Integer.toString(Ports.DEFAULT_BASE)) ? 9081 : Ports.DEFAULT_BASE;
    }

    private static String[] owner(Path home) {
        try {
            String[] words = Files.readString(file(home)).strip().split(" ");
            return words.length == 3 ? words : new String[] {"?", "?", ""};
        } catch (IOException e) {
            return new String[] {"?", "?", ""};
        }
    }

    private static Path file(Path home) {
        return home.resolve("lock");
    }

    private void write(String text) {
        try {
            byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(bytes), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
