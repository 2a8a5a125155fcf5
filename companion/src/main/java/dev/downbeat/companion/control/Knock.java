package dev.downbeat.companion.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Asks the running companion something. */
public final class Knock {
    private Knock() {}

    /**
     * Passes on each line of the answer until it ends; returns false when no companion runs. Waits
     * as long as the answer takes.
     */
    public static boolean ask(Path socket, String question, Consumer<String> answer) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            int _ =
                    channel.write(
                            ByteBuffer.wrap((question + "\n").getBytes(StandardCharsets.UTF_8)));
            var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            in.lines().forEach(answer);
            return true;
        } catch (IOException | java.io.UncheckedIOException _) {
            return false;
        }
    }
}
