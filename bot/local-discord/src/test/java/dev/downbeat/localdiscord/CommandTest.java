package dev.downbeat.localdiscord;

import static dev.downbeat.localdiscord.TestBot.PATIENCE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.control.InteractionView;

import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;

final class CommandTest {
    private static LocalDiscord discord;
    private static TestBot bot;
    private static Control control;
    private static long guild;
    private static long party;
    private static long host;
    private static long guest;

    static final class Answers extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            switch (event.getFullCommandName()) {
                case "party start" -> {
                    event.deferReply().queue();
                    String source = event.getOption("source", o -> o.getAsString());
                    event.getHook()
                            .editOriginal("Started from " + source + " for @everyone")
                            .queue();
                }
                case "panel" ->
                        event.replyComponents(
                                        Container.of(
                                                TextDisplay.of("## Now playing"),
                                                ActionRow.of(
                                                        Button.primary("pause", "Pause"),
                                                        Button.secondary("ask", "Ask")),
                                                ActionRow.of(
                                                        StringSelectMenu.create("mode")
                                                                .addOption("Queue", "queue")
                                                                .addOption("Player", "player")
                                                                .build())))
                                .useComponentsV2()
                                .queue();
                case "secret" -> event.reply("Only you").setEphemeral(true).queue();
                default -> event.reply("What?").queue();
            }
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            String typed = event.getFocusedOption().getValue();
            event.replyChoiceStrings(typed + " one", typed + " two").queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            if (event.getComponentId().equals("ask")) {
                event.replyModal(
                                Modal.create("form", "A form")
                                        .addComponents(
                                                Label.of(
                                                        "Name",
                                                        TextInput.create(
                                                                        "name",
                                                                        TextInputStyle.SHORT)
                                                                .build()))
                                        .build())
                        .queue();
            } else {
                event.editComponents(TextDisplay.of("Paused by " + event.getUser().getName()))
                        .useComponentsV2()
                        .queue();
            }
        }

        @Override
        public void onStringSelectInteraction(StringSelectInteractionEvent event) {
            event.reply("Chose " + event.getValues()).setEphemeral(true).queue();
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            event.reply("Hello " + Objects.requireNonNull(event.getValue("name")).getAsString())
                    .queue();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        discord = LocalDiscord.start(Settings.defaults());
        control = discord.control();
        bot = TestBot.login(discord, new Answers());
        bot.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("party", "Parties")
                                .addSubcommands(
                                        new SubcommandData("start", "Starts one")
                                                .addOptions(
                                                        new OptionData(
                                                                        OptionType.STRING,
                                                                        "source",
                                                                        "From where",
                                                                        true)
                                                                .addChoice("Queue", "queue"))),
                        Commands.slash("play", "Plays")
                                .addOption(OptionType.STRING, "query", "What", true, true),
                        Commands.slash("where", "Where to")
                                .addOptions(
                                        new OptionData(OptionType.CHANNEL, "channel", "Which")
                                                .setChannelTypes(ChannelType.VOICE)),
                        Commands.slash("panel", "Shows a panel"),
                        Commands.slash("secret", "Tells only you"))
                .complete();
        guild = control.guildId();
        party = control.channelId(guild, "party");
        host = control.userId("host");
        guest = control.userId("guest1");
    }

    @AfterAll
    static void stop() {
        bot.close();
        discord.close();
    }

    @Test
    void aDeferredCommandEndsWithTheEditedAnswer() {
        var sent =
                control.people().runCommand(host, party, "party start", Map.of("source", "Queue"));

        InteractionView done = sent.awaitCompleted(PATIENCE);

        assertEquals("Started from queue for @everyone", done.text());
        assertEquals(5, done.answer());
        assertFalse(done.message().orElseThrow().isThinking());
        assertTrue(done.acknowledgedAfter().orElseThrow().toMillis() < 3_000);
    }

    @Test
    void aChannelOfATypeThatTheOptionDoesNotAllowIsRefusedAsDiscordsClientWould() {
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                control.people()
                                        .runCommand(
                                                host, party, "where", Map.of("channel", "party")));

        assertEquals(
                "The option channel takes no text channel such as party", refused.getMessage());
        assertEquals(
                "What?",
                control.people()
                        .runCommand(host, party, "where", Map.of("channel", "Listening room"))
                        .awaitCompleted(PATIENCE)
                        .text());
    }

    @Test
    void suggestionsComeForTheFocusedOption() {
        var sent =
                control.people()
                        .autocomplete(host, party, "play", Map.of("query", "bach"), "query");

        assertEquals(
                List.of("bach one", "bach two"),
                sent.awaitCompleted(PATIENCE).choices().stream()
                        .map(InteractionView.Choice::name)
                        .toList());
    }

    @Test
    void aButtonChangesItsMessage() {
        long panel = panel();

        control.people().click(guest, panel, "pause").awaitCompleted(PATIENCE);

        assertEquals("Paused by guest1", control.message(party, panel).orElseThrow().text());
    }

    @Test
    void aModalOpensFromAButtonAndIsAnswered() {
        var asked = control.people().click(guest, panel(), "ask").awaitAcknowledged(PATIENCE);

        var sent = control.people().submitModal(guest, asked.id(), Map.of("name", "Ada"));

        assertEquals("Hello Ada", sent.awaitCompleted(PATIENCE).text());
    }

    @Test
    void aSelectAnswersOnlyToTheOneWhoChose() {
        var sent = control.people().select(guest, panel(), "mode", List.of("player"));

        InteractionView done = sent.awaitCompleted(PATIENCE);

        long answer = done.message().orElseThrow().id();
        assertEquals("Chose [player]", done.text());
        assertTrue(sees(guest, answer));
        assertFalse(sees(host, answer));
    }

    private static boolean sees(long user, long message) {
        return control.messages(party, user).stream().anyMatch(m -> m.id() == message);
    }

    private static long panel() {
        return control.people()
                .runCommand(host, party, "panel", Map.of())
                .awaitCompleted(PATIENCE)
                .message()
                .orElseThrow()
                .id();
    }
}
