package dev.downbeat.bot.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.Never;
import dev.downbeat.bot.cards.CardBoard;
import dev.downbeat.bot.cards.LinkCode;
import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.accounts.AccountStore;
import dev.downbeat.engine.accounts.Pairing;
import dev.downbeat.engine.accounts.Tokens;
import dev.downbeat.engine.parties.EventLog;
import dev.downbeat.engine.parties.FrameOutput;
import dev.downbeat.engine.parties.HostFiles;
import dev.downbeat.engine.parties.HostPlayers;
import dev.downbeat.engine.parties.Notes;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.Surroundings;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationMap;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract that every command in the list keeps. */
class CommandsTest {
    private static final DiscordLocale RUSSIAN = DiscordLocale.RUSSIAN;
    private static final int DISCORDS_LIMIT = 8_000;

    private final Commands commands = commands();

    private static Commands commands() {
        ServerClock clock = ServerClock.start();
        FrameOutput output =
                (FrameOutput)
                        Proxy.newProxyInstance(
                                FrameOutput.class.getClassLoader(),
                                new Class<?>[] {FrameOutput.class},
                                (_, _, _) -> null);
        Parties parties =
                new Parties(
                        new Surroundings(
                                clock,
                                Never.used(EventLog.class),
                                List.of(),
                                output,
                                Never.used(HostFiles.class),
                                Never.used(HostPlayers.class),
                                Never.used(Notes.class)));
        CardBoard cards =
                new CardBoard(
                        parties,
                        Never.used(JDA.class),
                        _ -> Optional.empty(),
                        Optional.empty(),
                        _ -> false,
                        clock);
        Tokens tokens = new Tokens(Never.used(AccountStore.class), clock);
        LinkCode codes = new LinkCode(new Pairing(tokens, clock::nanos), () -> "");
        return new Commands(parties, cards, codes, Optional.empty());
    }

    @Test
    void everyCommandClassIsInTheList() throws IOException {
        Path folder = Path.of("src/main/java/dev/downbeat/bot/commands");
        Set<String> written;
        try (Stream<Path> files = Files.list(folder)) {
            written =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Command.java"))
                            .filter(name -> !name.equals("Command.java"))
                            .map(name -> name.replace(".java", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> listed =
                commands.all().stream()
                        .map(command -> command.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertFalse(written.isEmpty());
        assertEquals(written, listed);
    }

    @Test
    void everyNameAndDescriptionIsInBothLanguages() {
        for (SlashCommandData command : commands.shapes()) {
            localised(command.getName(), command.getNameLocalizations());
            localised(command.getName(), command.getDescriptionLocalizations());
            command.getOptions().forEach(CommandsTest::localised);
            for (SubcommandData part : command.getSubcommands()) {
                localised(part.getName(), part.getNameLocalizations());
                localised(part.getName(), part.getDescriptionLocalizations());
                part.getOptions().forEach(CommandsTest::localised);
            }
        }
    }

    /** What a Russian person would look for in Discord's list. */
    @Test
    void everyCommandThatARussianSentenceNamesExistsUnderThatName() {
        Set<String> there = russianLines();
        Pattern mention =
                Pattern.compile("(?<![\\p{L}\\d/])/(\\p{L}[\\p{L}-]*)(?: (\\p{L}[\\p{L}-]*))?");
        Words words = Words.in(Language.RUSSIAN);
        int mentions = 0;
        for (String key : words.keys()) {
            for (MatchResult named : mention.matcher(words.say(key)).results().toList()) {
                mentions++;
                String line = named.group(1) + " " + named.group(2);
                assertTrue(
                        there.contains(line) || there.contains(named.group(1)),
                        key + " names " + named.group());
            }
        }
        assertTrue(mentions > 20, "it found " + mentions);
    }

    /** Commands that are run as they are, and commands with each of their parts. */
    private Set<String> russianLines() {
        Set<String> lines = new TreeSet<>();
        for (SlashCommandData command : commands.shapes()) {
            String name = command.getNameLocalizations().get(RUSSIAN);
            if (command.getSubcommands().isEmpty()) {
                lines.add(name);
            }
            command.getSubcommands()
                    .forEach(part ->
                            lines.add(name + " " + part.getNameLocalizations().get(RUSSIAN)));
        }
        return lines;
    }

    @Test
    void russianSentencesNameCommandsAsDiscordShowsThem() {
        Words words = Words.in(Language.RUSSIAN);

        assertEquals("Здесь нет вечеринки. Начните: /вечеринка начать.", words.say("party.none"));
        assertTrue(words.say("party.join_voice_first").contains("/вечеринка начать канал."));
        assertTrue(words.say("help.text").contains("/вечеринка как-дела"));
        assertTrue(Words.in(Language.ENGLISH).say("help.text").contains("/party status"));
    }

    private static void localised(OptionData option) {
        localised(option.getName(), option.getNameLocalizations());
        localised(option.getName(), option.getDescriptionLocalizations());
        option.getChoices()
                .forEach(choice -> localised(choice.getName(), choice.getNameLocalizations()));
    }

    private static void localised(String what, LocalizationMap map) {
        assertNotNull(map.get(RUSSIAN), what);
    }

    @Test
    void requiredOptionsComeFirst() {
        for (SlashCommandData command : commands.shapes()) {
            requiredFirst(command.getOptions());
            command.getSubcommands().forEach(part -> requiredFirst(part.getOptions()));
        }
    }

    private static void requiredFirst(List<OptionData> options) {
        List<Boolean> required = options.stream().map(OptionData::isRequired).toList();
        List<Boolean> sorted = required.stream().sorted((a, b) -> Boolean.compare(b, a)).toList();
        assertEquals(sorted, required);
    }

    @Test
    void commandsAreForServersAndFitDiscord() {
        for (SlashCommandData command : commands.shapes()) {
            assertEquals(Set.of(InteractionContextType.GUILD), command.getContexts());
            assertTrue(command.toData().toString().length() < DISCORDS_LIMIT, command.getName());
        }
    }

    @Test
    void noTwoCommandsShareAName() {
        List<String> english = commands.shapes().stream().map(it -> it.getName()).toList();
        List<String> russian =
                commands.shapes().stream()
                        .map(it -> String.valueOf(it.getNameLocalizations().get(RUSSIAN)))
                        .toList();

        assertEquals(english.size(), Set.copyOf(english).size());
        assertEquals(russian.size(), Set.copyOf(russian).size());
    }

    @Test
    void theCommandsOfTheFirstReleaseAreThere() {
        Set<String> names =
                commands.shapes().stream()
                        .map(SlashCommandData::getName)
                        .collect(Collectors.toSet());

        assertEquals(
                Set.of(
                        "party",
                        "play",
                        "queue",
                        "pause",
                        "resume",
                        "seek",
                        "skip",
                        "previous",
                        "nowplaying",
                        "dj",
                        "link",
                        "help"),
                names);
    }
}
