package dev.downbeat.bot.commands;

import dev.downbeat.bot.words.Words;
import dev.downbeat.bot.words.Words.Ours;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.VoiceChannel;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the bot may do its work in a channel, checked before it tries; says what is missing. */
final class Admission {
    private Admission() {}

    /** The sentence for who asked; empty when nothing is missing. */
    static Optional<String> toVoice(AudioChannel channel, Words words) {
        List<Permission> missing =
                missing(
                        channel,
                        Permission.VIEW_CHANNEL,
                        Permission.VOICE_CONNECT,
                        Permission.VOICE_SPEAK);
        Ours name = new Ours(channel.getAsMention());
        if (!missing.isEmpty()) {
            return Optional.of(words.say("party.missing_here", name, new Ours(named(missing))));
        }
        return isFull(channel)
                ? Optional.of(words.say("party.channel_full", name))
                : Optional.empty();
    }

    /** The same for the channel that the controller goes to. */
    static Optional<String> toCards(GuildChannel channel, Words words) {
        List<Permission> missing =
                missing(channel, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.say(
                                "party.missing_card",
                                new Ours(channel.getAsMention()),
                                new Ours(named(missing))));
    }

    private static List<Permission> missing(GuildChannel channel, Permission... needed) {
        Member self = channel.getGuild().getSelfMember();
        return Stream.of(needed).filter(it -> !self.hasPermission(channel, it)).toList();
    }

    /** By the names that Discord's own settings show. */
    private static String named(List<Permission> missing) {
        return missing.stream()
                .map(it -> "**" + it.getName() + "**")
                .collect(Collectors.joining(", "));
    }

    private static boolean isFull(AudioChannel channel) {
        Member self = channel.getGuild().getSelfMember();
        int limit = channel instanceof VoiceChannel voice ? voice.getUserLimit() : 0;
        return limit > 0
                && channel.getMembers().size() >= limit
                && !channel.getMembers().contains(self)
                && !self.hasPermission(channel, Permission.VOICE_MOVE_OTHERS);
    }
}
