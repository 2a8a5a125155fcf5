package dev.downbeat.localdiscord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.localdiscord.control.Control;

import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;

/** Where a person looks in a long channel, in a real browser. */
final class PageScrollTest {
    private static final String NEWEST =
            "document.querySelector('#messages > li:last-child').textContent";
    private static final String LIST = "document.getElementById('messages')";
    private static final String SAID = "document.getElementById('said').textContent";

    @TempDir private Path folder;
    private LocalDiscord discord;
    private TestBot bot;
    private TextChannel party;
    private Browser browser;

    /** Answers every command. */
    static final class Answering extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            event.reply("The answer").queue();
        }
    }

    @BeforeEach
    void start() throws Exception {
        discord = LocalDiscord.start(Settings.defaults());
        Control control = discord.control();
        bot = TestBot.login(discord, new Answering());
        bot.jda().updateCommands().addCommands(Commands.slash("ask", "Asks")).complete();
        party =
                Objects.requireNonNull(
                        bot.guild(control)
                                .getTextChannelById(control.channelId(control.guildId(), "party")));
        for (int n = 0; n < 4; n++) {
            party.sendMessage("Line\n".repeat(40) + n).complete();
        }
        browser = Browser.open(folder, discord.pageUrl());
        String _ = browser.await("document.querySelectorAll('#messages > li').length === 4");
        String _ = browser.await("document.querySelector('#command').value === 'ask'");
        // Far up, where somebody reads what was said long ago.
        String _ = browser.await("(" + LIST + ".scrollTop = 30) === 30");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        bot.close();
        discord.close();
    }

    @Test
    void whoRunsACommandSeesAndHearsItsAnswer() throws Exception {
        String _ = browser.await("document.getElementById('run').click() ?? true");

        String _ = browser.await(NEWEST + ".includes('The answer')");
        String below = "%1$s.scrollHeight - %1$s.scrollTop - %1$s.clientHeight".formatted(LIST);
        assertEquals("true", browser.await(below + " < 2"));
        assertEquals("true", browser.await(SAID + ".includes('The answer')"));
    }

    @Test
    void whatOthersSayMovesNobodyWhoReadsFurtherUp() throws Exception {
        party.sendMessage("News").complete();

        String _ = browser.await(NEWEST + ".includes('News')");
        assertEquals("30", browser.await(LIST + ".scrollTop"));
        assertEquals("true", browser.await(SAID + ".includes('News')"));
    }
}
