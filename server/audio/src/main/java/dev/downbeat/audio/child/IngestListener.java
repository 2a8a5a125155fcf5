package dev.downbeat.audio.child;

import dev.downbeat.audio.child.wire.Packet;
import dev.downbeat.audio.child.wire.Take;

import java.util.List;

/** Hears what an ingest gives, in order, on the thread that runs it. */
public interface IngestListener {
    /** Packets in a row from {@code first} on. */
    void made(Take take, long first, List<Packet> packets);

    /** How many frames the medium has. */
    void counted(long frames);

    /** From this frame on the live take may be left for the clean one. */
    void settled(long index);

    /** All of the clean take is there; the medium may be refused all the same. */
    void finished();
}
