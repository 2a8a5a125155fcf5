package dev.downbeat.localdiscord;

import static dev.downbeat.localdiscord.TestBot.PATIENCE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neovisionaries.ws.client.WebSocketFactory;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.voice.CapturedFrame;
import dev.downbeat.localdiscord.voice.Opus;
import dev.downbeat.localdiscord.voice.Recording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

final class VoiceTest {
    @Test
    void theSameFramesArriveAsWereSent() throws Exception {
        try (LocalDiscord discord = LocalDiscord.start(Settings.defaults());
                TestBot bot = TestBot.login(discord)) {
            assertFramesArrive(discord, bot);
        }
    }

    @Test
    void theSameFramesArriveOverTls(@TempDir Path folder) throws Exception {
        try (LocalDiscord discord = LocalDiscord.start(Settings.defaults().withFolder(folder));
                TestBot bot =
                        TestBot.login(
                                discord,
                                new WebSocketFactory()
                                        .setSSLContext(
                                                trusting(discord.trustStore().orElseThrow())))) {
            assertFramesArrive(discord, bot);
        }
    }

    private static void assertFramesArrive(LocalDiscord discord, TestBot bot) throws Exception {
        Control control = discord.control();
        CountedFrames frames = new CountedFrames(40);

        bot.join(control, "Listening room", frames);
        Recording recording = control.recording(control.guildId());
        assertTrue(recording.awaitPacket(39, PATIENCE));

        List<CapturedFrame> heard = recording.since(0, 40);
        List<Opus> expected = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            expected.add(new Opus(CountedFrames.payload(number)));
        }
        assertEquals(expected, heard.stream().map(CapturedFrame::opus).toList());
        assertEquals(0, recording.statistics().undecryptable());
        assertEquals(0, control.voice().daveOffered(control.guildId()).orElseThrow());
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "local-discord".toCharArray());
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
