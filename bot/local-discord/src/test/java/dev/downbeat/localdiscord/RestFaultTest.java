package dev.downbeat.localdiscord;

import static dev.downbeat.localdiscord.TestBot.PATIENCE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.rest.RestFaults.Scope;
import dev.downbeat.localdiscord.world.Permission;

import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideCreateEvent;
import net.dv8tion.jda.api.events.guild.override.PermissionOverrideDeleteEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.FileUpload;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** How a real JDA takes REST's failures, and what it can do with messages. */
final class RestFaultTest {
    private static LocalDiscord discord;
    private static Control control;
    private static final StatusLog LOG = new StatusLog();
    private static TestBot bot;

    @BeforeAll
    static void start() throws Exception {
        discord = LocalDiscord.start(Settings.defaults());
        control = discord.control();
        bot = TestBot.login(discord, LOG);
    }

    @AfterAll
    static void stop() {
        bot.close();
        discord.close();
    }

    @AfterEach
    void heal() {
        control.faults().clear();
    }

    private static TextChannel party() {
        return Objects.requireNonNull(
                bot.jda().getTextChannelById(control.channelId(control.guildId(), "party")));
    }

    private static Message send(String text) throws Exception {
        return party().sendMessage(text).submit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aLimitIsWaitedFor() throws Exception {
        control.faults().limitRest(Scope.ROUTE, Duration.ofMillis(200), "messages", 1);

        assertEquals("after a 429", send("after a 429").getContentRaw());
    }

    @Test
    void a503IsTriedAgain() throws Exception {
        control.faults().breakRest(503, "messages", 1);

        assertEquals("after a 503", send("after a 503").getContentRaw());
    }

    @Test
    void a500IsNotTriedAgain() {
        control.faults().breakRest(500, "messages", 1);

        ErrorResponseException refused =
                assertThrows(
                        ErrorResponseException.class, () -> party().sendMessage("lost").complete());
        assertTrue(refused.isServerError());
    }

    @Test
    void aPermissionTakenAwayIsKnownToTheClientItself() throws Exception {
        long party = control.channelId(control.guildId(), "party");
        LOG.clear();
        control.moderator().deny(party, Permission.SEND_MESSAGES);
        LOG.awaitEvent(PermissionOverrideCreateEvent.class);
        assertThrows(
                InsufficientPermissionException.class, () -> party().sendMessage("never").submit());

        control.moderator().restore(party);
        LOG.awaitEvent(PermissionOverrideDeleteEvent.class);
        assertEquals("free again", party().sendMessage("free again").complete().getContentRaw());
    }

    @Test
    void anUnknownMessageSaysSo() {
        ErrorResponseException refused =
                assertThrows(
                        ErrorResponseException.class,
                        () -> party().editMessageById(1, "x").complete());

        assertEquals(ErrorResponse.UNKNOWN_MESSAGE, refused.getErrorResponse());
    }

    @Test
    void messagesAreSentEditedReadAndDeleted() throws Exception {
        Message sent = send("first");

        sent.editMessage("second").complete();
        assertEquals(
                "second", party().retrieveMessageById(sent.getIdLong()).complete().getContentRaw());
        sent.delete().complete();
        assertTrue(control.message(party().getIdLong(), sent.getIdLong()).isEmpty());
    }

    @Test
    void filesComeWithMessages() {
        Message sent =
                party().sendFiles(FileUpload.fromData(new byte[] {1, 2, 3}, "a.bin")).complete();

        assertEquals(3, sent.getAttachments().getFirst().getSize());
    }

    @Test
    void aDirectMessageCanBeWritten() {
        var channel = bot.jda().openPrivateChannelById(control.userId("guest1")).complete();

        assertEquals("psst", channel.sendMessage("psst").complete().getContentRaw());
    }
}
