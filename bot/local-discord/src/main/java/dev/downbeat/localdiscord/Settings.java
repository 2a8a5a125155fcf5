package dev.downbeat.localdiscord;

import dev.downbeat.localdiscord.world.Clocks;
import dev.downbeat.localdiscord.world.WorldPlan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to start; every port 0 is any free one.
 *
 * @param folder where the TLS key lives; without one voice is plain only
 * @param privilegedIntents intent bits that the application may ask for
 * @param answerDeadline how long the first answer to an interaction may take
 * @param recordedGuilds how many guilds keep their voice packets; others keep numbers only
 * @param recordedTime how much of the newest voice is kept per guild
 */
public record Settings(
        int port,
        int voicePort,
        int udpPort,
        Optional<Path> folder,
        String token,
        long privilegedIntents,
        Duration heartbeat,
        Duration answerDeadline,
        int recordedGuilds,
        Duration recordedTime,
        WorldPlan world,
        Clocks clocks) {

    public static final String DEFAULT_TOKEN = "local-discord-token";

    /** Free ports, no folder, the demo's world, Discord's own times. */
    public static Settings defaults() {
        return new Settings(
                0,
                0,
                0,
                Optional.empty(),
                DEFAULT_TOKEN,
                0,
                Duration.ofMillis(41_250),
                Duration.ofSeconds(3),
                4,
                Duration.ofMinutes(10),
                WorldPlan.demo(),
                Clocks.system());
    }

    public Settings withPorts(int http, int voice, int udp) {
        return new Settings(
                http,
                voice,
                udp,
                folder,
                token,
                privilegedIntents,
                heartbeat,
                answerDeadline,
                recordedGuilds,
                recordedTime,
                world,
                clocks);
    }

    public Settings withFolder(Path path) {
        return new Settings(
                port,
                voicePort,
                udpPort,
                Optional.of(path),
                token,
                privilegedIntents,
                heartbeat,
                answerDeadline,
                recordedGuilds,
                recordedTime,
                world,
                clocks);
    }

    public Settings withToken(String botToken) {
        return new Settings(
                port,
                voicePort,
                udpPort,
                folder,
                botToken,
                privilegedIntents,
                heartbeat,
                answerDeadline,
                recordedGuilds,
                recordedTime,
                world,
                clocks);
    }

    public Settings withWorld(WorldPlan plan) {
        return new Settings(
                port,
                voicePort,
                udpPort,
                folder,
                token,
                privilegedIntents,
                heartbeat,
                answerDeadline,
                recordedGuilds,
                recordedTime,
                plan,
                clocks);
    }

    public Settings withRecording(int guilds, Duration time) {
        return new Settings(
                port,
                voicePort,
                udpPort,
                folder,
                token,
                privilegedIntents,
                heartbeat,
                answerDeadline,
                guilds,
                time,
                world,
                clocks);
    }

    public Settings withHeartbeat(Duration interval) {
        return new Settings(
                port,
                voicePort,
                udpPort,
                folder,
                token,
                privilegedIntents,
                interval,
                answerDeadline,
                recordedGuilds,
                recordedTime,
                world,
                clocks);
    }

    public Settings withClocks(Clocks others) {
        return new Settings(
                port,
                voicePort,
                udpPort,
                folder,
                token,
                privilegedIntents,
                heartbeat,
                answerDeadline,
                recordedGuilds,
                recordedTime,
                world,
                others);
    }
}
