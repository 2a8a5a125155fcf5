package dev.downbeat.engine.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.downbeat.engine.MovedClock;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.MediaBytes;
import dev.downbeat.engine.parties.MediaOpener;
import dev.downbeat.party.EndReason;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Problem;
import dev.downbeat.party.Track;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class PartySoundTest {
    private static final PartyId PARTY = new PartyId("party");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovedClock clock = new MovedClock();
    private final FakeAudio audio = new FakeAudio();
    private final BlockingQueue<PartyInput> told = new LinkedBlockingQueue<>();

    @Test
    void aPlayGivesTheStageTheMediumAndTheInstant() throws Exception {
        PartySound sound = sound(ref -> new Bytes(ref.value()));

        sound.play(
                PARTY,
                new PlaybackId(4),
                track("library:a"),
                MINUTE,
                MovedClock.START.plusMillis(60),
                true);

        assertEquals("stage", audio.next());
        assertEquals("play 4 key-library:a from PT1M at 60000000 keeping time", audio.next());
    }

    @Test
    void whatTheHostLentIsForgottenWithTheParty() throws Exception {
        PartySound sound = sound(ref -> new Bytes(ref.value()));
        sound.play(PARTY, new PlaybackId(1), track("library:a"), MINUTE, MovedClock.START, true);
        audio.played();
        sound.play(PARTY, new PlaybackId(2), track("host-file:b"), MINUTE, MovedClock.START, true);
        audio.played();
        audio.asked.clear();

        sound.close(PARTY);

        assertEquals(
                List.of("forget key-host-file:b"),
                audio.asked.stream().filter(asked -> asked.startsWith("forget")).toList());
    }

    @Test
    void whatTheStageReportsReachesTheParty() throws Exception {
        PartySound sound = sound(ref -> new Bytes(ref.value()));
        PlaybackId id = new PlaybackId(4);
        sound.play(PARTY, id, track("library:a"), MINUTE, MovedClock.START, false);
        var listener = audio.played();

        listener.sounding(MINUTE, 2_000_000_000L);
        listener.finished();
        listener.failed("no frame came out");

        assertEquals(
                List.of(
                        new PartyInput.Sounding(id, MINUTE, MovedClock.START.plusSeconds(2)),
                        new PartyInput.Ended(id, new EndReason.Finished()),
                        new PartyInput.Ended(
                                id, new EndReason.Failed(Problem.NO_SOUND, "no frame came out"))),
                List.of(next(), next(), next()));
    }

    @Test
    void aMediumWithoutSoundIsReplacedByAnotherCopy() throws Exception {
        Track copy = track("library:copy");
        PartySound sound =
                sound(
                        new MediaOpener() {
                            @Override
                            public MediaBytes open(MediaRef ref) {
                                return new Bytes(ref.value());
                            }

                            @Override
                            public Optional<Track> another(Track failed) {
                                return Optional.of(copy);
                            }
                        });
        PlaybackId id = new PlaybackId(4);
        sound.play(PARTY, id, track("library:a"), MINUTE, MovedClock.START, false);

        audio.played().failed("no_sound_came");

        assertEquals(new PartyInput.Ended(id, new EndReason.Replaced(copy)), next());
    }

    @Test
    void theLogNamesTheMediumAndTheReasonButNoTitleAndNoLink() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(Performance.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            PartySound sound =
                    sound(ref -> {
                        if (ref.value().startsWith("link:")) {
                            throw new IOException("no answer");
                        }
                        return new Bytes(ref.value());
                    });
            sound.play(PARTY, new PlaybackId(1), track("x:a"), MINUTE, MovedClock.START, false);
            audio.played().failed("it is cut off");
            Track linked = track("link:https://host/Secret-Title.mp3");
            sound.play(PARTY, new PlaybackId(2), linked, MINUTE, MovedClock.START, false);
            assertEquals(List.of(new PlaybackId(1), new PlaybackId(2)), List.of(ended(), ended()));
        } finally {
            logger.detachAppender(log);
        }
        assertEquals(
                List.of(
                        "Medium key-x:a cannot be played: it is cut off",
                        "A medium of link cannot be opened: no answer"),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    private PlaybackId ended() throws InterruptedException {
        return ((PartyInput.Ended) next()).what();
    }

    @Test
    void aMediumThatCannotBeOpenedEndsThePlay() throws Exception {
        PartySound sound =
                sound(_ -> {
                    throw new IOException("the file is gone");
                });

        sound.play(PARTY, new PlaybackId(1), track("x:a"), MINUTE, MovedClock.START, false);

        assertEquals(
                new PartyInput.Ended(
                        new PlaybackId(1),
                        new EndReason.Failed(Problem.SOURCE_UNAVAILABLE, "the file is gone")),
                next());
    }

    @Test
    void whatItsHostWouldHaveToLendAgainIsToldApart() throws Exception {
        PartySound sound =
                sound(_ -> {
                    throw new HostFiles.Gone("upload_gone");
                });

        sound.play(PARTY, new PlaybackId(1), track("x:a"), MINUTE, MovedClock.START, false);

        assertEquals(
                new PartyInput.Ended(new PlaybackId(1), new EndReason.Gone("upload_gone")), next());
    }

    @Test
    void aStopWaitsForNoMediumAndGivesItUp() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch givenUp = new CountDownLatch(1);
        PartySound sound =
                sound(_ -> {
                    opening.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        givenUp.countDown();
                    }
                    throw new IOException("given up");
                });
        sound.play(PARTY, new PlaybackId(1), track("x:a"), MINUTE, MovedClock.START, false);
        assertTrue(opening.await(20, TimeUnit.SECONDS));

        sound.stop(PARTY, new PlaybackId(2));

        assertEquals(List.of("stage", "stop 2"), List.of(audio.next(), audio.next()));
        assertTrue(givenUp.await(20, TimeUnit.SECONDS));
    }

    @Test
    void onePartyHasOneStageUntilItIsClosed() throws Exception {
        PartySound sound = sound(ref -> new Bytes(ref.value()));

        sound.stop(PARTY, new PlaybackId(1));
        sound.shift(PARTY, new PlaybackId(1), Duration.ofMillis(20));
        sound.tap(PARTY, Duration.ofMillis(100)).close();
        assertEquals(3, sound.audibleCorrections(PARTY));
        sound.close(PARTY);
        sound.close(PARTY);
        assertEquals(0, sound.audibleCorrections(PARTY));

        assertEquals(
                List.of("stage", "stop 1", "shift 1 PT0.02S", "tap PT0.1S", "stage closed"),
                List.copyOf(audio.asked));
    }

    @Test
    void aTrackIsMadeReadyAheadOfItsTurn() throws Exception {
        sound(ref -> new Bytes(ref.value())).prepare(PARTY, track("library:b"));

        assertEquals("prepare key-library:b", audio.next());
    }

    private PartySound sound(MediaOpener opener) {
        PartySound sound = new PartySound(audio, clock.clock(), opener);
        sound.reportTo((party, input) -> {
            assertEquals(PARTY, party);
            told.add(input);
        });
        return sound;
    }

    private PartyInput next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS), "nothing was told");
    }

    private static Track track(String ref) {
        return new Track(new MediaRef(ref), "t", "a", Duration.ofMinutes(3), "s", "");
    }
}
