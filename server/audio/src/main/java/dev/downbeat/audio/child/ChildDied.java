package dev.downbeat.audio.child;

/** A media child ended, hung or talked nonsense; the message says so in plain words. */
final class ChildDied extends Exception {
    ChildDied(String message) {
        super(message);
    }
}
