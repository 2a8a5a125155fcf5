package dev.downbeat.bot.commands;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;
import dev.downbeat.engine.FaultTrace;
import dev.downbeat.engine.NotKept;

import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Serves every command: acknowledges on JDA's thread before anything else, runs the command on a
 * worker, and turns what goes wrong into a sentence for who asked.
 */
public final class CommandListener extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(CommandListener.class);

    private final Map<String, Command> commands;
    private final PartyFinder finder;
    private final Executor workers;

    CommandListener(Iterable<Command> commands, PartyFinder finder, Executor workers) {
        this.commands =
                java.util.stream.StreamSupport.stream(commands.spliterator(), false)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        it -> it.shape().getName(), Function.identity()));
        this.finder = finder;
        this.workers = workers;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        event.deferReply(true).queue();
        Words words = Words.in(Language.of(event.getUserLocale()));
        Command command = commands.get(event.getName());
        if (command == null || !event.isFromGuild()) {
            answer(event, words.say("error.not_in_server"));
            return;
        }
        try {
            workers.execute(() -> answer(event, run(command, event, words)));
        } catch (RejectedExecutionException _) {
            answer(event, words.say("error.too_many"));
        }
    }

    private String run(Command command, SlashCommandInteractionEvent event, Words words) {
        try {
            return command.run(new Request(event, finder));
        } catch (InsufficientPermissionException missing) {
            return words.say(
                    "error.missing_permission", Permissions.named(missing.getPermission(), words));
        } catch (NotKept _) {
            return words.say("note.not_saved");
        } catch (RuntimeException fault) {
            LOG.error("/{} failed: {}", event.getFullCommandName(), FaultTrace.of(fault));
            return words.say("error.internal");
        }
    }

    /** Waits by itself until Discord has taken the acknowledgement. */
    private static void answer(SlashCommandInteractionEvent event, String sentence) {
        event.getHook()
                .editOriginal(sentence)
                .setAllowedMentions(List.of())
                .queue(
                        _ -> {},
                        fault -> LOG.warn("/{} unanswered: {}", event.getName(), fault.toString()));
    }
}
