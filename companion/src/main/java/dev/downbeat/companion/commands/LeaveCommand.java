package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.words.Text;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
        AtomicBoolean goesOn = new AtomicBoolean();
        Consumer<String> before = line -> goesOn.set(StatusCommand.read(line).partyGoesOn());
        if (!Knock.ask(desk.folders().socket(), "leave", before)) {
            return desk.fail(Exit.WRONG_MOMENT, Text.NOT_HOSTING);
        }
        desk.say(goesOn.get() ? Text.LEFT : Text.LEFT_NO_PARTY);
        return Exit.DONE.code();
    }
}
