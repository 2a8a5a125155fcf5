package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Door;
import dev.downbeat.companion.control.Instance;
import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.Settings;
import dev.downbeat.companion.hosting.Host;
import dev.downbeat.companion.sync.SyncEvents.Ending;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Follows the player in the foreground until Ctrl-C, {@code leave}, or the server's last word. */
final class HostCommand implements Command {

    @Override
    public String word() {
        return "host";
    }

    @Override
    public Text help() {
        return Text.HELP_HOST;
    }

    @Override
    public int run(List<String> arguments, Desk desk) throws IOException, InterruptedException {
        boolean showSent = arguments.equals(List.of("--show-sent"));
        if (!arguments.isEmpty() && !showSent) {
            return misused(desk);
        }
        Settings settings = desk.settings().read();
        Optional<Link> link = desk.link().read();
        if (link.isEmpty()) {
            return desk.fail(Exit.NOT_LINKED, Text.NOT_LINKED);
        }
        if (settings.players().isEmpty()) {
            int code = desk.fail(Exit.NO_PLAYER, Text.NO_PLAYER_ENABLED);
            Exit _ = PlayersCommand.list(desk);
            return code;
        }
        Optional<Instance> instance = Instance.claim(desk.folders());
        if (instance.isEmpty()) {
            return desk.fail(Exit.WRONG_MOMENT, Text.ALREADY_HOSTING);
        }
        try (Instance _ = instance.get()) {
            Runnable quiet = showSent ? desk.sent().follow(desk.out()::println) : () -> {};
            return host(desk, link.get(), settings, quiet);
        }
    }

    private static int host(Desk desk, Link link, Settings settings, Runnable quiet)
            throws IOException, InterruptedException {
        Host host = new Host(parts(desk, link), () -> reread(desk, settings));
        Thread hook = new Thread(host::leave, "leave");
        try (Door _ = Door.open(desk.folders().socket(), (q, out) -> answer(desk, host, q, out))) {
            Runtime.getRuntime().addShutdownHook(hook);
            desk.say(
                    Text.HOSTING_STARTS,
                    link.server(),
                    link.account(),
                    String.join(", ", settings.players()));
            PlayersCommand.hint(settings.players(), desk);
            return ended(desk, host, host.run());
        } finally {
            quiet.run();
            forget(hook);
        }
    }

    private static Host.Parts parts(Desk desk, Link link) {
        return new Host.Parts(
                desk.clock(),
                desk.http().get(),
                link,
                desk.sent(),
                desk.detectors(),
                new SecureRandom(),
                desk.speech(),
                Version.NAME);
    }

    /** A broken file while hosting must not end it: the settings stay as they were. */
    private static Settings reread(Desk desk, Settings before) {
        try {
            return desk.settings().read();
        } catch (IOException e) {
            int _ = desk.fail(Exit.BROKEN, Text.BROKEN_FILE, String.valueOf(e.getMessage()));
            return before;
        }
    }

    private static void forget(Thread hook) {
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The machine is going down already; the hook runs.
        }
    }

    private static int ended(Desk desk, Host host, Ending ending) {
        return switch (ending) {
            case LEFT -> {
                desk.say(Farewell.of(host.status()));
                yield Exit.DONE.code();
            }
            case UNLINKED -> desk.fail(Exit.NOT_LINKED, Text.UNLINKED);
            case SUPERSEDED -> desk.fail(Exit.SUPERSEDED, Text.SUPERSEDED);
            case OUTDATED -> desk.fail(Exit.OUTDATED, Text.OUTDATED);
            case UNRECORDED -> desk.fail(Exit.UNRECORDED, Text.UNRECORDED, desk.folders().state());
        };
    }

    private static void answer(Desk desk, Host host, String question, PrintWriter out)
            throws InterruptedException {
        switch (question) {
            case "status" -> out.println(host.status().written());
            case "reload" -> host.reload();
            case "leave" -> {
                out.println(host.status().written());
                out.flush();
                host.leave();
            }
            case "sent" -> follow(desk, out);
            default -> {
                // A newer companion asks what this one does not know: no answer.
            }
        }
    }

    /** Until the asker goes; a slow asker loses lines, not the host. */
    private static void follow(Desk desk, PrintWriter out) throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>(1_000);
        Runnable stop = desk.sent().follow(lines::offer);
        try {
            while (!out.checkError()) {
                String line = lines.poll(1, TimeUnit.SECONDS);
                if (line != null) {
                    out.println(line);
                }
            }
        } finally {
            stop.run();
        }
    }
}
