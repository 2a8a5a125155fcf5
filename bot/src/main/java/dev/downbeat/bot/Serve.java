package dev.downbeat.bot;

import java.io.PrintStream;
import java.util.concurrent.CompletionException;

/** Runs until it is told to stop, or until Discord will not have it any more. */
final class Serve {
    private static final int CANNOT_START = 4;

    private Serve() {}

    static int run(Settings settings, PrintStream out, PrintStream err) {
        Downbeat downbeat;
        try {
            downbeat = Downbeat.start(settings, DiscordSockets.usual());
        } catch (CannotStart reason) {
            err.println("Downbeat cannot start: " + reason.getMessage());
            return CANNOT_START;
        }
        stopOnSignal(downbeat, out);
        downbeat.welcome().forEach(out::println);
        try {
            Ending ending = downbeat.ended().join();
            err.println(ending.sentence());
            return ending.code();
        } catch (CompletionException _) {
            return CANNOT_START;
        }
    }

    /** Ctrl-C and SIGTERM alike: everything is closed, then one line is said. */
    private static void stopOnSignal(Downbeat downbeat, PrintStream out) {
        Runnable stop =
                () -> {
                    downbeat.close();
                    out.println("Downbeat has stopped.");
                    out.flush();
                };
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
    }
}
