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

/** Whether the bot may do its work in a channel, checked before it tries; says what is missing. */
final class Admission {
    private Admission() {}

    /** The sentence for who asked; empty when nothing is missing. */
    static Optional<String> toVoice(AudioChannel channel, Words words) {
        List<Permission> missing = Permissions.missing(channel, Permissions.VOICE);
        Ours name = new Ours(channel.getAsMention());
        if (!missing.isEmpty()) {
            return Optional.of(
                    words.say(
                            "party.missing_here",
                            name,
                            new Ours(Permissions.named(missing, words))));
        }
        return isFull(channel)
                ? Optional.of(words.say("party.channel_full", name))
                : Optional.empty();
    }

    /** The same for the channel that the controller goes to. */
    static Optional<String> toCards(GuildChannel channel, Words words) {
        List<Permission> missing = Permissions.missing(channel, Permissions.CARDS);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.say(
                                "party.missing_card",
                                new Ours(channel.getAsMention()),
                                new Ours(Permissions.named(missing, words))));
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
