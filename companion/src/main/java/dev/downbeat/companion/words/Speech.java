package dev.downbeat.companion.words;

/** Says a sentence to the person at the terminal. Safe for any thread. */
@FunctionalInterface
public interface Speech {
    void say(Text text, Object... values);
}
