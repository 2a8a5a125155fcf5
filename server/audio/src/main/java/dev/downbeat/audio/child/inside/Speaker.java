package dev.downbeat.audio.child.inside;

import dev.downbeat.audio.child.wire.Answer;
import dev.downbeat.audio.child.wire.Pipe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The child's end of the pipe to the server. Any thread may speak. */
class Speaker {
    private final OutputStream out;

    Speaker(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    /**
     * @throws UncheckedIOException when the server is gone
     */
    void say(Answer answer) {
        try {
            Pipe.write(answer, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
