package dev.downbeat.engine.sound;

import dev.downbeat.audio.Medium;
import dev.downbeat.party.MediaRef;
import dev.downbeat.party.PartyId;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Opens media ahead of their turn, on virtual threads. A favour: of each party only the two wished
 * last go on, and beyond so many of all parties a further one is left out. Any thread may call; no
 * call waits.
 */
final class Preparing {
    private static final int AT_ONCE = 4;

    /** What is paused, and what comes after it. */
    private static final int PER_PARTY = 2;

    private final Map<PartyId, Deque<Opening>> openings = new HashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Media media;
    private final Consumer<Medium> ready;

    Preparing(Media media, Consumer<Medium> ready) {
        this.media = media;
        this.ready = ready;
    }

    private record Opening(MediaRef what, Thread thread) {}

    synchronized void begin(PartyId party, MediaRef what) {
        Deque<Opening> own = openings.computeIfAbsent(party, _ -> new ArrayDeque<>());
        boolean isUnderWay = own.stream().anyMatch(opening -> opening.what().equals(what));
        if (!isUnderWay && places.tryAcquire()) {
            Thread thread = Thread.ofVirtual().name("prepare").unstarted(() -> open(party, what));
            own.addLast(new Opening(what, thread));
            thread.start();
        }
        while (own.size() > PER_PARTY) {
            own.removeFirst().thread().interrupt();
        }
        if (own.isEmpty()) {
            openings.remove(party);
        }
    }

    private void open(PartyId party, MediaRef what) {
        try {
            Media.Opened opened = media.open(what);
            if (!Thread.currentThread().isInterrupted()) {
                opened.ifMade(ready);
            }
        } finally {
            places.release();
            ended(party);
        }
    }

    private synchronized void ended(PartyId party) {
        Deque<Opening> own = openings.get(party);
        if (own != null) {
            own.removeIf(opening -> opening.thread().equals(Thread.currentThread()));
            if (own.isEmpty()) {
                openings.remove(party);
            }
        }
    }

    synchronized void giveUp(PartyId party) {
        Deque<Opening> own = openings.remove(party);
        if (own != null) {
            own.forEach(opening -> opening.thread().interrupt());
        }
    }
}
