package dev.downbeat.audio.child.inside;

import dev.downbeat.audio.MediaInfo;
import dev.downbeat.audio.Refusal;
import dev.downbeat.audio.child.format.Formats;
import dev.downbeat.audio.child.format.MediaRefused;
import dev.downbeat.audio.child.format.Sound;
import dev.downbeat.audio.child.wire.Answer;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;

/** Reads what a medium says of itself. */
final class ProbeJob {
    private final Received received;
    private final Speaker speaker;

    ProbeJob(Received received, Speaker speaker) {
        this.received = received;
        this.speaker = speaker;
    }

    void run() {
        speaker.say(answer());
        received.close();
        speaker.say(new Answer.Ready());
    }

    private Answer answer() {
        try {
            Sound sound = Formats.open(received);
            OptionalDouble seconds = sound.declaredSeconds();
            if (seconds.isEmpty()) {
                seconds = sound.estimate().seconds();
            }
            long milliseconds = Math.round(seconds.orElse(0) * 1000);
            return new Answer.Described(
                    new MediaInfo(
                            sound.container(),
                            sound.tags().title(),
                            sound.tags().artist(),
                            sound.tags().album(),
                            Duration.ofMillis(milliseconds)));
        } catch (MediaRefused e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException | StackOverflowError _) {
            return new Answer.Refused(Refusal.DAMAGED.code());
        }
    }
}
