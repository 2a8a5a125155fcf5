package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.companion.words.Text;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Ends the running companion's hosting and waits for its goodbye. */
final class LeaveCommand implements Command {
    @Override
    public String word() {
        return "leave";
    }

    @Override
    public Text help() {
        return Text.HELP_LEAVE;
    }

    @Override
    public int run(List<String> arguments, Desk desk) {
        if (!arguments.isEmpty()) {
            return misused(desk);
        }
        AtomicReference<Text> left = new AtomicReference<>(Text.LEFT_NO_PARTY);
        Consumer<String> before = line -> left.set(Farewell.of(HostStatus.read(line)));
        if (!Knock.ask(desk.folders().socket(), "leave", before)) {
            return desk.fail(Exit.WRONG_MOMENT, Text.NOT_HOSTING);
        }
        desk.say(left.get());
        return Exit.DONE.code();
    }
}
