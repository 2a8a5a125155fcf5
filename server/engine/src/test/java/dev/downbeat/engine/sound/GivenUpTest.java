package dev.downbeat.engine.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaOpener;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Track;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What nobody wants any more ends, and is no failure. */
final class GivenUpTest {
    private static final PartyId PARTY = new PartyId("party");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BlockingQueue<PartyInput> told = new LinkedBlockingQueue<>();

    /** Media that never come: which were asked for, and which were given up. */
    private static final class Endless implements MediaOpener {
        private final BlockingQueue<String> opening = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> givenUp = new LinkedBlockingQueue<>();
        private final BlockingQueue<Track> replaced = new LinkedBlockingQueue<>();

        @Override
        public MediaBytes open(MediaRef ref) throws IOException {
            opening.add(ref.value());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                givenUp.add(ref.value());
            }
            throw new IOException("stopping");
        }

        @Override
        public Optional<Track> another(Track failed) {
            replaced.add(failed);
            return Optional.empty();
        }

        private static String taken(BlockingQueue<String> from) throws InterruptedException {
            return Objects.requireNonNull(from.poll(20, TimeUnit.SECONDS), "nothing came");
        }
    }

    @Test
    void whatIsMadeReadyIsGivenUpWithTheParty() throws Exception {
        Endless media = new Endless();
        PartySound sound = sound(media);
        sound.prepare(PARTY, track("library:b"));
        assertEquals("library:b", Endless.taken(media.opening));

        sound.close(PARTY);

        assertEquals("library:b", Endless.taken(media.givenUp));
    }

    @Test
    void ofOnePartyTheTwoTracksThatWereWishedReadyLastGoOn() throws Exception {
        Endless media = new Endless();
        PartySound sound = sound(media);
        for (String ref : List.of("x:a", "x:b", "x:b", "x:c")) {
            sound.prepare(PARTY, track(ref));
        }

        assertEquals("x:a", Endless.taken(media.givenUp));
        sound.close(PARTY);
        assertEquals(
                Set.of("x:b", "x:c"),
                new HashSet<>(List.of(Endless.taken(media.givenUp), Endless.taken(media.givenUp))));
        assertEquals(3, media.opening.size());
    }

    @Test
    void aPlayThatWasGivenUpIsNoFailureOfItsMedium() throws Exception {
        Endless media = new Endless();
        PartySound sound = sound(media);
        sound.play(PARTY, new PlaybackId(1), track("x:a"), MINUTE, MovedClock.START, true);
        assertEquals("x:a", Endless.taken(media.opening));

        sound.play(PARTY, new PlaybackId(2), track("x:b"), MINUTE, MovedClock.START, true);
        assertEquals("x:a", Endless.taken(media.givenUp));
        assertEquals("x:b", Endless.taken(media.opening));
        sound.close(PARTY);
        assertEquals("x:b", Endless.taken(media.givenUp));

        assertEquals(List.of(), List.copyOf(told));
        assertEquals(List.of(), List.copyOf(media.replaced));
    }

    private PartySound sound(MediaOpener opener) {
        PartySound sound = new PartySound(new FakeAudio(), new MovedClock().clock(), opener);
        sound.reportTo((_, input) -> told.add(input));
        return sound;
    }

    private static Track track(String ref) {
        return new Track(new MediaRef(ref), "t", "a", Duration.ofMinutes(3), "s", "");
    }
}
