package dev.downbeat.demo.bench;

import dev.downbeat.demo.whole.Program;
import dev.downbeat.localdiscord.LocalDiscord;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the peer in a process of its own, as it would run. */
final class PlainBots {
    private PlainBots() {}

    /** Plays {@code file} in the first voice channel of the first {@code guilds} guilds. */
    static Program start(Path folder, LocalDiscord discord, Path file, int guilds) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(PlainBot.class.getName());
        command.addAll(List.of(discord.restUrl(), discord.gatewayUrl(), discord.token()));
        command.add(file.toString());
        var control = discord.control();
        String channel = control.guildIds().size() == 1 ? "Listening room" : "Voice";
        for (long guild : control.guildIds().subList(0, guilds)) {
            command.add(Long.toString(control.channelId(guild, channel)));
        }
        return Program.start(
                "plain bot", folder, Map.of("JAVA_TOOL_OPTIONS", discord.trustFlags()), command);
    }
}
