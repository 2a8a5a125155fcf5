package dev.downbeat.audio.child;

/**
 * A media child ended, hung or talked nonsense; the message is a {@link
 * dev.downbeat.audio.Refusal}.
 */
final class ChildDied extends Exception {
    ChildDied(String message) {
        super(message);
    }
}
