package dev.downbeat.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Recording;
import dev.downbeat.localdiscord.world.WorldPlan;
import dev.downbeat.localdiscord.world.WorldPlan.GuildPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class TwoServersTest {
    /** UDP on a busy machine; an encoder of its own would make all of them different. */
    private static final int LOST_ON_THE_WAY = 2;

    private static final Map<String, String> QUEUE = Map.of("source", "queue");

    private static WorldPlan two() {
        WorldPlan demo = WorldPlan.demo();
        GuildPlan one = demo.guilds().getFirst();
        GuildPlan other = new GuildPlan("Another", one.textChannels(), one.voiceChannels());
        return new WorldPlan(demo.botName(), demo.people(), List.of(one, other));
    }

    @Test
    void bothHearTheSameFrames(@TempDir Path folder) throws IOException, InterruptedException {
        try (RunningBot bot = new RunningBot(folder, two())) {
            Control control = bot.discord.control();
            long other = control.guildIds().get(1);
            control.people().joinVoice(bot.discord.host(), bot.discord.room());
            bot.say("party start", QUEUE);
            bot.say("play", Map.of("query", "low tone"));

            control.people()
                    .joinVoice(bot.discord.host(), control.channelId(other, "Listening room"));
            String answer =
                    control.people()
                            .runCommand(
                                    bot.discord.host(),
                                    control.channelId(other, "party"),
                                    "party start",
                                    QUEUE)
                            .awaitCompleted(TestDiscord.LIMIT)
                            .text();

            assertTrue(answer.matches("The party plays in <#\\d+> now too\\."), answer);
            assertEquals(1, bot.downbeat().parties().all().size());
            Recording there = control.recording(other);
            assertTrue(there.awaitPacket(100, TestDiscord.LIMIT), "no sound there");
            assertTrue(bot.sounds(RunningBot.LOW));
            Set<List<Byte>> heardHere = new HashSet<>(packets(bot.heard().since(0)));
            List<List<Byte>> different =
                    packets(there.since(50, 25)).stream()
                            .filter(packet -> !heardHere.contains(packet))
                            .toList();
            assertTrue(
                    different.size() <= LOST_ON_THE_WAY,
                    different.size() + " packets of the second server are none of the first's");
        }
    }

    private static List<List<Byte>> packets(List<CapturedFrame> frames) {
        return frames.stream().map(frame -> boxed(frame.payload())).toList();
    }

    private static List<Byte> boxed(byte[] packet) {
        Byte[] bytes = new Byte[packet.length];
        Arrays.setAll(bytes, i -> packet[i]);
        return List.of(bytes);
    }
}
