package dev.downbeat.companion.commands;

import dev.downbeat.companion.words.Text;

import java.io.IOException;
import java.util.List;

/** One word of the command line. */
public interface Command {
    String word();

    /** One line that begins with the word. */
    Text help();

    /**
     * @param arguments what follows the word
     * @return the code to end with
     * @throws IOException when a file of ours cannot be read or written; the message names it
     */
    int run(List<String> arguments, Desk desk) throws IOException, InterruptedException;

    /** The answer to a line that ends where something has to follow {@code word}. */
    default int incomplete(Desk desk, String word, Text missing) {
        return desk.fail(Exit.USAGE, Text.INCOMPLETE, word, missing, desk.texts().say(help()));
    }

    /** The answer to arguments that make no sense. */
    default int misused(Desk desk) {
        return desk.fail(Exit.USAGE, Text.WRONG_ARGUMENTS, desk.texts().say(help()));
    }
}
