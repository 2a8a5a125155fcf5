package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.words.Plain;
import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Prints everything that was handed out for sending, whether it arrived or not: what is recorded,
 * then live while a companion hosts.
 */
final class ShowSent {
    private final boolean follows;

    /**
     * @param follows whether to go on live; in a pipe that would hold up whoever reads to the end
     */
    ShowSent(boolean follows) {
        this.follows = follows;
    }

    int run(Desk desk) throws IOException {
        AtomicBoolean any = new AtomicBoolean();
        desk.sent()
                .read(line -> {
                    if (!any.getAndSet(true)) {
                        desk.note(Text.SENT_HEADING);
                    }
                    desk.out().println(line);
                });
        desk.out().flush();
        boolean live = follows && follow(desk);
        if (!any.get() && !live) {
            desk.say(Text.NOTHING_SENT);
        }
        return Exit.DONE.code();
    }

    private static boolean follow(Desk desk) {
        return Knock.ask(
                desk.folders().socket(),
                "sent",
                line -> {
                    desk.out().println(Plain.escaped(line));
                    desk.out().flush();
                });
    }
}
