package dev.downbeat.companion.commands;

import dev.downbeat.companion.control.Knock;
import dev.downbeat.companion.words.Text;

import java.util.List;

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
        if (!Knock.ask(desk.folders().socket(), "leave", _ -> {})) {
            return desk.fail(Exit.WRONG_MOMENT, Text.NOT_HOSTING);
        }
        desk.say(Text.LEFT);
        return Exit.DONE.code();
    }
}
