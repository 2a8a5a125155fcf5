package dev.downbeat.bot.commands;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;

import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * Builds commands with the words of both catalogues: {@code command.<path>}, {@code name.<path>}.
 */
final class Shapes {
    private static final Words ENGLISH = Words.in(Language.ENGLISH);
    private static final Words RUSSIAN = Words.in(Language.RUSSIAN);

    private Shapes() {}

    static SlashCommandData command(String name) {
        return Commands.slash(name, ENGLISH.say("command." + name))
                .setNameLocalization(DiscordLocale.RUSSIAN, RUSSIAN.say("name." + name))
                .setDescriptionLocalization(DiscordLocale.RUSSIAN, RUSSIAN.say("command." + name))
                .setContexts(InteractionContextType.GUILD);
    }

    static SubcommandData part(String command, String name) {
        String path = command + "." + name;
        return new SubcommandData(name, ENGLISH.say("command." + path))
                .setNameLocalization(DiscordLocale.RUSSIAN, RUSSIAN.say("name." + path))
                .setDescriptionLocalization(DiscordLocale.RUSSIAN, RUSSIAN.say("command." + path));
    }

    static OptionData required(OptionType type, String path, String name) {
        return option(type, path, name).setRequired(true);
    }

    static OptionData option(OptionType type, String path, String name) {
        String key = path + "." + name;
        return new OptionData(type, name, ENGLISH.say("command." + key))
                .setNameLocalization(DiscordLocale.RUSSIAN, RUSSIAN.say("name." + key))
                .setDescriptionLocalization(DiscordLocale.RUSSIAN, RUSSIAN.say("command." + key));
    }

    static Choice choice(String path, String value) {
        String key = "command." + path + "." + value;
        return new Choice(ENGLISH.say(key), value)
                .setNameLocalization(DiscordLocale.RUSSIAN, RUSSIAN.say(key));
    }
}
