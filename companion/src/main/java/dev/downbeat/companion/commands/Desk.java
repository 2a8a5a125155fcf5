package dev.downbeat.companion.commands;

import dev.downbeat.companion.Monotonic;
import dev.downbeat.companion.detectors.Detector;
import dev.downbeat.companion.home.Folders;
import dev.downbeat.companion.home.LinkFile;
import dev.downbeat.companion.home.SettingsFile;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.words.Speech;
import dev.downbeat.companion.words.Text;
import dev.downbeat.companion.words.Texts;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a command works with.
 *
 * @param http made when it is first needed
 */
public record Desk(
        Folders folders,
        SettingsFile settings,
        LinkFile link,
        SentLog sent,
        List<Detector> detectors,
        Supplier<HttpClient> http,
        Monotonic clock,
        Texts texts,
        PrintStream out,
        PrintStream err) {
    public Desk {
        detectors = List.copyOf(detectors);
    }

    void say(Text text, Object... values) {
        out.println(texts.say(text, values));
        out.flush();
    }

    /** Says what is wrong and what to do; returns the code to end with. */
    int fail(Exit exit, Text text, Object... values) {
        note(text, values);
        return exit.code();
    }

    /** Says what does not belong to the answer itself, so that a pipe gets the answer alone. */
    public void note(Text text, Object... values) {
        err.println(texts.say(text, values));
        err.flush();
    }

    Speech speech() {
        return this::say;
    }
}
