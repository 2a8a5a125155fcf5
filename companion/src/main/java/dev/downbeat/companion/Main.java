package dev.downbeat.companion;

import dev.downbeat.companion.commands.Commands;
import dev.downbeat.companion.commands.Desk;
import dev.downbeat.companion.detectors.Detectors;
import dev.downbeat.companion.home.Folders;
import dev.downbeat.companion.home.LinkFile;
import dev.downbeat.companion.home.SettingsFile;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.words.SystemLanguage;
import dev.downbeat.companion.words.Text;
import dev.downbeat.companion.words.Texts;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The companion's entry point: makes the parts, runs one command, ends with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        Folders folders =
                Folders.of(
                        environment,
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", "")));
        Desk desk = desk(environment, folders);
        Logs.set(folders.state(), why -> desk.note(Text.LOG_UNWRITABLE, folders.state(), why));
        int code = Commands.run(List.of(args), desk);
        System.exit(code);
    }

    private static Desk desk(Map<String, String> environment, Folders folders) {
        Monotonic clock = Monotonic.ofMachine();
        SettingsFile settings = new SettingsFile(folders.settings(), environment);
        return new Desk(
                folders,
                settings,
                new LinkFile(folders.link()),
                new SentLog(folders.state(), InstantSource.system()),
                Detectors.all(clock, environment),
                () -> HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build(),
                clock,
                Texts.of(language(settings), SystemLanguage.of(environment, Locale.getDefault())),
                readable(System.out, FileDescriptor.out),
                readable(System.err, FileDescriptor.err));
    }

    /**
     * Without data of the user's locale Java writes ASCII, and whatever else as question marks:
     * then UTF-8 is the better guess.
     */
    private static PrintStream readable(PrintStream stream, FileDescriptor same) {
        return stream.charset().newEncoder().canEncode('ж')
                ? stream
                : new PrintStream(new FileOutputStream(same), true, StandardCharsets.UTF_8);
    }

    /** A broken file is told of by the command that needs it. */
    private static String language(SettingsFile settings) {
        try {
            return settings.read().language();
        } catch (IOException _) {
            return "";
        }
    }
}
