package dev.downbeat.engine.sound;

import dev.downbeat.audio.Audio;
import dev.downbeat.audio.FrameFault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Whether frames can be written, said once in the log whenever that changes. Any thread may call.
 */
public final class FrameHealth {
    private static final Logger LOG = LoggerFactory.getLogger(FrameHealth.class);

    private final Audio audio;
    private boolean failing;

    public FrameHealth(Audio audio) {
        this.audio = audio;
    }

    /** What is wrong, without the way to the folder; empty when nothing is. Does not wait. */
    public Optional<String> fault() {
        return audio.frameFault().map(FrameHealth::words);
    }

    /** Tries what failed before, and makes the folder again when it is gone; waits for the disk. */
    public synchronized void look() {
        Optional<FrameFault> before = audio.frameFault();
        audio.checkFrames();
        Optional<FrameFault> now = audio.frameFault();
        if (now.isPresent()) {
            failed(now.get());
        } else if (failing) {
            succeeded();
        } else {
            before.ifPresent(FrameHealth::passed);
        }
    }

    /** The folder takes files again, so it was about what was written, not about the folder. */
    private static void passed(FrameFault fault) {
        if (fault.kind() == FrameFault.Kind.DISK_FULL) {
            LOG.warn(
                    "One track was too large for the room left at {} and stays silent; smaller ones"
                            + " sound. Free space there ({})",
                    fault.folder(),
                    fault.cause());
        } else {
            LOG.warn(
                    "One track could not be kept at {} and may stay silent; others are kept ({})",
                    fault.folder(),
                    fault.cause());
        }
    }

    private void failed(FrameFault fault) {
        if (!failing) {
            failing = true;
            LOG.error(
                    "Frames cannot be kept at {}: {} ({}). Until then new tracks may stay silent;"
                            + " Downbeat goes on by itself afterwards",
                    fault.folder(),
                    advice(fault.kind()),
                    fault.cause());
        }
    }

    private void succeeded() {
        failing = false;
        LOG.info("Frames can be kept again");
    }

    private static String advice(FrameFault.Kind kind) {
        return switch (kind) {
            case DISK_FULL -> "the disk is full, free space there";
            case READ_ONLY -> "the file system is read-only, make it writable";
            case NO_PERMISSION -> "this user may not write there, allow it";
            case NO_FOLDER -> "something that is no folder stands there, remove it";
            case OTHER -> "writing there fails";
        };
    }

    private static String words(FrameFault fault) {
        return switch (fault.kind()) {
            case DISK_FULL -> "disk full";
            case READ_ONLY -> "read-only";
            case NO_PERMISSION -> "no permission to write";
            case NO_FOLDER -> "no folder";
            case OTHER -> "cannot be written";
        };
    }
}
