package dev.downbeat.companion.control;

import dev.downbeat.companion.home.PrivateFolder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The running companion's ear for a second start: a unix socket that only the user may open. One
 * line is asked, any number of lines come back, at most 8 askers at a time.
 */
public final class Door implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Door.class.getName());
    private static final int LONGEST_QUESTION = 1_000;

    private final ServerSocketChannel server;
    private final Path socket;
    private final Answers answers;
    private final Semaphore places = new Semaphore(8);

    /** Answers one question on its own virtual thread. */
    public interface Answers {
        void answer(String question, PrintWriter out) throws InterruptedException;
    }

    private Door(ServerSocketChannel server, Path socket, Answers answers) {
        this.server = server;
        this.socket = socket;
        this.answers = answers;
    }

    /** Call only with the {@link Instance} in hand: a socket that lies there is then a dead one. */
    public static Door open(Path socket, Answers answers) throws IOException {
        PrivateFolder.make(socket.resolveSibling("").toAbsolutePath());
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        Door door = new Door(server, socket, answers);
        Thread.ofVirtual().name("door").start(door::run);
        return door;
    }

    private void run() {
        try {
            while (server.isOpen()) {
                SocketChannel asker = server.accept();
                if (places.tryAcquire()) {
                    Thread.ofVirtual().name("door-asker").start(() -> serve(asker));
                } else {
                    asker.close();
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the door is closed", e);
        }
    }

    private void serve(SocketChannel asker) {
        try (asker;
                var in = new BufferedReader(Channels.newReader(asker, StandardCharsets.UTF_8));
                var out = new PrintWriter(Channels.newWriter(asker, StandardCharsets.UTF_8))) {
            answers.answer(question(in), out);
            out.flush();
        } catch (IOException e) {
            LOG.log(Level.FINE, "an asker left", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private static String question(BufferedReader in) throws IOException {
        StringBuilder question = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            question.append((char) next);
            if (question.length() > LONGEST_QUESTION) {
                throw new IOException("too long a question");
            }
        }
        return question.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
