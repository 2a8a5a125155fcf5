package dev.downbeat.localdiscord;

import dev.downbeat.localdiscord.world.Clocks;
import dev.downbeat.localdiscord.world.WorldPlan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

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
        return changed(it -> {
            it.port = http;
            it.voicePort = voice;
            it.udpPort = udp;
        });
    }

    public Settings withFolder(Path path) {
        return changed(it -> it.folder = Optional.of(path));
    }

    public Settings withToken(String botToken) {
        return changed(it -> it.token = botToken);
    }

    public Settings withWorld(WorldPlan plan) {
        return changed(it -> it.world = plan);
    }

    public Settings withRecording(int guilds, Duration time) {
        return changed(it -> {
            it.recordedGuilds = guilds;
            it.recordedTime = time;
        });
    }

    public Settings withHeartbeat(Duration interval) {
        return changed(it -> it.heartbeat = interval);
    }

    public Settings withClocks(Clocks others) {
        return changed(it -> it.clocks = others);
    }

    private Settings changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** These settings while some of them change. */
    private static final class Draft {
        private final Settings before;
        private int port;
        private int voicePort;
        private int udpPort;
        private Optional<Path> folder;
        private String token;
        private Duration heartbeat;
        private int recordedGuilds;
        private Duration recordedTime;
        private WorldPlan world;
        private Clocks clocks;

        Draft(Settings before) {
            this.before = before;
            this.port = before.port;
            this.voicePort = before.voicePort;
            this.udpPort = before.udpPort;
            this.folder = before.folder;
            this.token = before.token;
            this.heartbeat = before.heartbeat;
            this.recordedGuilds = before.recordedGuilds;
            this.recordedTime = before.recordedTime;
            this.world = before.world;
            this.clocks = before.clocks;
        }

        Settings settings() {
            return new Settings(
                    port,
                    voicePort,
                    udpPort,
                    folder,
                    token,
                    before.privilegedIntents,
                    heartbeat,
                    before.answerDeadline,
                    recordedGuilds,
                    recordedTime,
                    world,
                    clocks);
        }
    }
}
