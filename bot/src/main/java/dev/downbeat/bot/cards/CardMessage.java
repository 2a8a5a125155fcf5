package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Language;
import dev.downbeat.party.PartyView;

import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The card's message on Discord: posted, edited, deleted; each within ten seconds. */
final class CardMessage {
    private static final Logger LOG = LoggerFactory.getLogger(CardMessage.class);
    private static final int PATIENCE_SECONDS = 10;

    private CardMessage() {}

    /** What came of an edit. */
    enum Answer {
        TAKEN,
        /** May work the next time. */
        FAILED,
        GONE,
        FORBIDDEN
    }

    /** Waits for Discord. */
    static Message post(
            GuildMessageChannel channel, PartyView view, Around around, Language language) {
        return channel.sendMessageComponents(CardLook.of(view, around, language))
                .useComponentsV2()
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .complete();
    }

    /** Returns at once; the answer comes on a thread that must not be kept. */
    static void edit(
            GuildMessageChannel channel, long message, Container look, Consumer<Answer> answer) {
        try {
            channel.editMessageComponentsById(message, look)
                    .useComponentsV2()
                    .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .queue(
                            _ -> answer.accept(Answer.TAKEN),
                            fault -> answer.accept(answerOf(fault)));
        } catch (InsufficientPermissionException _) {
            answer.accept(Answer.FORBIDDEN);
        }
    }

    /** An old card that is there already is no harm. */
    static void delete(GuildMessageChannel channel, long message) {
        channel.deleteMessageById(message)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .queue(_ -> {}, fault -> LOG.debug("An old card stays: {}", fault.toString()));
    }

    private static Answer answerOf(Throwable fault) {
        if (!(fault instanceof ErrorResponseException refused)) {
            LOG.warn("A card was not edited: {}", fault.toString());
            return Answer.FAILED;
        }
        ErrorResponse why = refused.getErrorResponse();
        if (why == ErrorResponse.UNKNOWN_MESSAGE) {
            return Answer.GONE;
        }
        boolean forbidden =
                why == ErrorResponse.UNKNOWN_CHANNEL
                        || why == ErrorResponse.MISSING_ACCESS
                        || why == ErrorResponse.MISSING_PERMISSIONS;
        if (!forbidden) {
            LOG.warn("A card was not edited: {}", refused.getMeaning());
        }
        return forbidden ? Answer.FORBIDDEN : Answer.FAILED;
    }
}
