package dev.downbeat.bot.commands;

import dev.downbeat.bot.words.Words;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the bot needs from Discord, and what Discord's own settings call it in each language. */
final class Permissions {
    static final Set<Permission> VOICE =
            Set.of(Permission.VIEW_CHANNEL, Permission.VOICE_CONNECT, Permission.VOICE_SPEAK);
    static final Set<Permission> CARDS = Set.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);

    private Permissions() {}

    /** In Discord's order. Who may not enter may do nothing there, but only the reason is named. */
    static List<Permission> missing(GuildChannel channel, Set<Permission> needed) {
        Member self = channel.getGuild().getSelfMember();
        List<Permission> refused =
                needed.stream().sorted().filter(it -> !self.hasPermission(channel, it)).toList();
        Set<Permission> given = self.getPermissionsExplicit(channel);
        List<Permission> named = refused.stream().filter(it -> !given.contains(it)).toList();
        return named.isEmpty() ? refused : named;
    }

    static String named(List<Permission> permissions, Words words) {
        return permissions.stream()
                .map(it -> "**" + named(it, words) + "**")
                .collect(Collectors.joining(", "));
    }

    /** Discord's English name where there is none of ours. */
    static String named(Permission permission, Words words) {
        String key = "permission." + permission.name().toLowerCase(Locale.ROOT);
        return words.knows(key) ? words.say(key) : permission.getName();
    }
}
