package dev.downbeat.localdiscord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.downbeat.localdiscord.control.Control;

import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page in a real browser. */
final class PageTest {
    private static final String FOCUSED = "document.activeElement.textContent";

    @TempDir private static Path folder;
    private static LocalDiscord discord;
    private static TestBot bot;
    private static Browser browser;

    /** A card whose first button is another one after each press. */
    static final class Card extends ListenerAdapter {
        static Container of(String first) {
            String lines =
                    IntStream.range(0, 9)
                            .mapToObj(n -> "Line " + n)
                            .collect(Collectors.joining("\n"));
            return Container.of(
                    TextDisplay.of("## What plays\n" + lines),
                    ActionRow.of(Button.primary(first, first), Button.secondary("Skip", "Skip")));
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            boolean pause = event.getComponentId().equals("Pause");
            event.editComponents(of(pause ? "Resume" : "Pause")).useComponentsV2().queue();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        discord = LocalDiscord.start(Settings.defaults());
        Control control = discord.control();
        bot = TestBot.login(discord, new Card());
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("where", "Where to")
                                .addOptions(
                                        new OptionData(OptionType.CHANNEL, "channel", "Which")
                                                .setChannelTypes(ChannelType.VOICE)))
                .complete();
        var party =
                bot.guild(control)
                        .getTextChannelById(control.channelId(control.guildId(), "party"));
        Objects.requireNonNull(party)
                .sendMessageComponents(Card.of("Pause"))
                .useComponentsV2()
                .complete();
        browser = Browser.open(folder, discord.pageUrl());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        bot.close();
        discord.close();
    }

    @Test
    void focusStaysOnTheButtonWhenTheCardIsEdited() throws Exception {
        String _ = browser.await("document.querySelector('#messages button').focus() ?? true");
        assertEquals("Pause", browser.await(FOCUSED));

        browser.enter();
        String _ =
                browser.await(
                        "document.querySelector('#messages button').textContent === 'Resume'");
        assertEquals("Resume", browser.await(FOCUSED));

        browser.enter();
        String _ =
                browser.await("document.querySelector('#messages button').textContent === 'Pause'");
        assertEquals("Pause", browser.await(FOCUSED));
    }

    @Test
    void aNarrowScreenBeginsWithWhatPlays() throws Exception {
        browser.size(360, 640);
        String top =
                "document.querySelector('#messages h3, #messages h4').getBoundingClientRect().top";

        assertEquals("true", browser.await("document.getElementById('side').open === false"));
        assertEquals("true", browser.await(top + " > 0 && " + top + " < 320"));
    }

    @Test
    void onlyChannelsThatTheOptionTakesAreOffered() throws Exception {
        assertEquals(
                "— none —,Listening room,Lounge",
                browser.await(
                        "[...document.querySelector('#option-channel').options].map((o) =>"
                                + " o.text).join()"));
    }
}
