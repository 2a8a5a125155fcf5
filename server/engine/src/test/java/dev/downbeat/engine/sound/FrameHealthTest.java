package dev.downbeat.engine.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.downbeat.audio.FrameFault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class FrameHealthTest {
    private static final FrameFault FULL =
            new FrameFault(Path.of("data/frames"), FrameFault.Kind.DISK_FULL, "no space");

    private final FakeAudio audio = new FakeAudio();
    private final FrameHealth health = new FrameHealth(audio);
    private final Logger logger = (Logger) LoggerFactory.getLogger(FrameHealth.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void aFolderThatCannotBeWrittenIsLoggedOnceWithWhatToDoAndOnceWhenItCanBe() {
        health.look();
        audio.fault = Optional.of(FULL);
        health.look();
        health.look();
        audio.fault = Optional.empty();
        health.look();
        health.look();

        assertEquals(
                List.of(
                        "Frames cannot be kept at data/frames: the disk is full, free space there"
                                + " (no space). Until then new tracks may stay silent; Downbeat"
                                + " goes on by itself afterwards",
                        "Frames can be kept again"),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    @Test
    void aTrackThatIsTooLargeForTheDiskIsNoFaultOfTheFolder() {
        audio.fault = Optional.of(FULL);
        audio.passes = true;
        health.look();
        health.look();

        assertEquals(
                List.of(
                        "One track was too large for the room left at data/frames and stays silent;"
                                + " smaller ones sound. Free space there (no space)"),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        assertEquals(Level.WARN, log.list.getFirst().getLevel());
    }

    @Test
    void aFaultShowsAtOnceAndWithoutTheWayToTheFolder() {
        assertEquals(Optional.empty(), health.fault());

        audio.fault = Optional.of(FULL);

        assertEquals(Optional.of("disk full"), health.fault());
    }
}
