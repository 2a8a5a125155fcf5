package dev.downbeat.engine.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.audio.MediaInfo;
import dev.downbeat.audio.Probe;
import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.parties.MediaProbe.Probed;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class CachedProbeTest {
    private final MovedClock clock = new MovedClock();
    private final FakeAudio audio =
            new FakeAudio(stream ->
                    stream.fileName().startsWith("bad")
                            ? new Probe.Refused("no sound in it")
                            : new Probe.Read(
                                    new MediaInfo("mp3", "t", "a", "b", Duration.ofMinutes(3))));
    private final CachedProbe probe = new CachedProbe(audio, clock.clock());

    @Test
    void theSameContentIsProbedOnce() throws Exception {
        Probed expected = new Probed.Tags("t", "a", "b", Duration.ofMinutes(3));

        assertEquals(expected, probe.probe(new Bytes("song")));
        assertEquals(expected, probe.probe(new Bytes("song")));
        assertEquals(1, audio.probes.get());

        probe.probe(new Bytes("another"));
        assertEquals(2, audio.probes.get());
    }

    @Test
    void whatIsTheServersOwnFaultIsNotRemembered() throws Exception {
        FakeAudio lost = new FakeAudio(_ -> new Probe.Refused("folder_lost"));
        CachedProbe probing = new CachedProbe(lost, clock.clock());

        assertEquals(new Probed.Refused("folder_lost"), probing.probe(new Bytes("song")));
        assertEquals(new Probed.Refused("folder_lost"), probing.probe(new Bytes("song")));

        assertEquals(2, lost.probes.get());
    }

    @Test
    void aRefusalIsForgottenSoonerThanTags() throws Exception {
        assertEquals(new Probed.Refused("no sound in it"), probe.probe(new Bytes("bad")));
        probe.probe(new Bytes("song"));

        clock.move(CachedProbe.REFUSAL_KEPT.plusSeconds(1));
        probe.probe(new Bytes("bad"));
        probe.probe(new Bytes("song"));
        assertEquals(3, audio.probes.get());

        clock.move(CachedProbe.TAGS_KEPT);
        probe.probe(new Bytes("song"));
        assertEquals(4, audio.probes.get());
    }
}
