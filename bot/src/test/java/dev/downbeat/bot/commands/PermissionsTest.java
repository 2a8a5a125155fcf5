package dev.downbeat.bot.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;

import net.dv8tion.jda.api.Permission;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

class PermissionsTest {
    private static final Words ENGLISH = Words.in(Language.ENGLISH);
    private static final Words RUSSIAN = Words.in(Language.RUSSIAN);

    /** Beside what the bot asks for, what Discord's library asks for in what the bot does. */
    private static final Set<Permission> ASKED_FOR_BY_THE_LIBRARY =
            Set.of(
                    Permission.VOICE_MOVE_OTHERS,
                    Permission.MESSAGE_SEND_IN_THREADS,
                    Permission.MESSAGE_EMBED_LINKS,
                    Permission.MESSAGE_HISTORY,
                    Permission.MESSAGE_MANAGE);

    @Test
    void everyPermissionThatTheBotCanNameHasDiscordsNameInBothLanguages() {
        Stream.of(Permissions.VOICE, Permissions.CARDS, ASKED_FOR_BY_THE_LIBRARY)
                .flatMap(Set::stream)
                .forEach(it -> assertTrue(isNamed(it), it.name()));
    }

    private static boolean isNamed(Permission permission) {
        String key = "permission." + permission.name().toLowerCase(Locale.ROOT);
        return ENGLISH.knows(key) && RUSSIAN.knows(key);
    }

    @Test
    void severalAreNamedAsDiscordShowsThem() {
        assertEquals(
                "**Подключаться**, **Говорить**",
                Permissions.named(
                        List.of(Permission.VOICE_CONNECT, Permission.VOICE_SPEAK), RUSSIAN));
    }
}
