package dev.downbeat.engine.sound;

import dev.downbeat.audio.FrameTap;
import dev.downbeat.audio.MediaKey;
import dev.downbeat.audio.Playback;
import dev.downbeat.audio.Stage;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.party.EndReason;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The stage of one party, and the one play that may still wait for its medium: a later play or stop
 * gives it up, and the stage itself ignores what comes with an older generation.
 */
final class Performance {
    private static final Logger LOG = LoggerFactory.getLogger(Performance.class);

    private final Stage stage;
    private final Media media;
    private final ServerClock clock;
    private final Consumer<PartyInput> reports;
    private final Set<MediaKey> lent = ConcurrentHashMap.newKeySet();
    private @Nullable Thread opening;

    Performance(Stage stage, Media media, ServerClock clock, Consumer<PartyInput> reports) {
        this.stage = stage;
        this.media = media;
        this.clock = clock;
        this.reports = reports;
    }

    synchronized void play(Play play) {
        giveUpOpening();
        opening = Thread.startVirtualThread(() -> open(play));
    }

    synchronized void stop(PlaybackId id) {
        giveUpOpening();
        stage.stop(id.value());
    }

    void shift(PlaybackId id, Duration by) {
        stage.shift(id.value(), by);
    }

    FrameTap tap(Duration lead) {
        return stage.tap(lead);
    }

    long audibleCorrections() {
        return stage.audibleCorrections();
    }

    /** Returns the frames that must go with the party. */
    synchronized Set<MediaKey> close() {
        giveUpOpening();
        stage.close();
        return Set.copyOf(lent);
    }

    private void open(Play play) {
        switch (media.open(play.track().media())) {
            case Media.Opened.Made(var medium) -> {
                if (medium.key().isLent()) {
                    lent.add(medium.key());
                }
                stage.play(
                        play.id().value(),
                        medium,
                        play.from(),
                        play.atNanos(),
                        play.keepsTime(),
                        new Reports(play, medium.key()));
            }
            case Media.Opened.Missing(var reason) ->
                    notOpened(play, reason, () -> failed(play, Problem.SOURCE_UNAVAILABLE, reason));
            case Media.Opened.Gone(var reason) ->
                    notOpened(play, reason, () -> ended(play.id(), new EndReason.Gone(reason)));
        }
    }

    /** A later play or stop interrupts the opening: then nobody waits for this one any more. */
    private static void notOpened(Play play, String reason, Runnable tell) {
        if (!Thread.currentThread().isInterrupted()) {
            LOG.warn("A medium of {} cannot be opened: {}", source(play), reason);
            tell.run();
        }
    }

    /** What stands behind the colon may be a link, and so a title. */
    private static String source(Play play) {
        return play.track().media().value().split(":", 2)[0];
    }

    private void giveUpOpening() {
        if (opening != null) {
            opening.interrupt();
        }
    }

    /** Another copy of the same track is worth a try; who looks for it may wait. */
    private void failed(Play play, Problem problem, String reason) {
        ended(
                play.id(),
                media.another(play.track())
                        .<EndReason>map(EndReason.Replaced::new)
                        .orElseGet(() -> new EndReason.Failed(problem, reason)));
    }

    private void ended(PlaybackId id, EndReason why) {
        reports.accept(new PartyInput.Ended(id, why));
    }

    /** What the stage says of one play, in the party's words. */
    private final class Reports implements Playback {
        private final Play play;
        private final MediaKey key;

        Reports(Play play, MediaKey key) {
            this.play = play;
            this.key = key;
        }

        @Override
        public void sounding(Duration position, long atNanos) {
            reports.accept(new PartyInput.Sounding(play.id(), position, clock.instantAt(atNanos)));
        }

        @Override
        public void finished() {
            ended(play.id(), new EndReason.Finished());
        }

        @Override
        public void failed(String reason) {
            LOG.warn("Medium {} cannot be played: {}", key.value(), reason);
            Performance.this.failed(play, Problem.NO_SOUND, reason);
        }
    }
}
