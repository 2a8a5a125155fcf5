package dev.downbeat.localdiscord;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class MainTest {
    @Test
    void argumentsBecomeSettings() {
        Settings settings = Main.settings(Map.of("port", "0", "token", "secret", "guilds", "7"));

        assertEquals(0, settings.port());
        assertEquals("secret", settings.token());
        assertEquals(7, settings.world().guilds().size());
    }

    @Test
    void aPortThatIsNoNumberIsExplained() {
        Map<String, String> wrong = Map.of("port", "many");

        assertEquals(
                "--port must be a number, not many",
                assertThrows(IllegalArgumentException.class, () -> Main.settings(wrong))
                        .getMessage());
    }

    @Test
    void itSaysWhereToLookAndKeepsItsKey(@TempDir Path folder) throws Exception {
        Settings settings = Settings.defaults().withFolder(folder);
        byte[] key;
        try (LocalDiscord discord = LocalDiscord.start(settings)) {
            String text = Main.describe(discord);
            assertTrue(text.contains(discord.pageUrl()));
            assertTrue(text.contains("voice-trust.p12"));
            key = Files.readAllBytes(folder.resolve("voice-key.p12"));
        }

        try (LocalDiscord again = LocalDiscord.start(settings)) {
            assertTrue(again.trustStore().isPresent());
            assertArrayEquals(key, Files.readAllBytes(folder.resolve("voice-key.p12")));
        }
    }
}
