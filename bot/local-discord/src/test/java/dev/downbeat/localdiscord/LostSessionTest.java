package dev.downbeat.localdiscord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.neovisionaries.ws.client.WebSocketFactory;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Logins that fail and sessions that end. */
final class LostSessionTest {
    @Test
    void aWrongTokenIsRefusedByRest() throws Exception {
        try (LocalDiscord discord = LocalDiscord.start(Settings.defaults().withToken("right"))) {
            LocalDiscord other = discord;

            assertThrows(
                    InvalidTokenException.class,
                    () -> TestBot.builder(other, new WebSocketFactory()).setToken("wrong").build());
            assertEquals(1, discord.control().rest().invalidCalls());
        }
    }

    @Test
    void aRevokedTokenEndsTheBotForGood() throws Exception {
        StatusLog log = new StatusLog();
        try (LocalDiscord discord = LocalDiscord.start(Settings.defaults());
                TestBot _ = TestBot.login(discord, log)) {
            discord.control().faults().revokeToken();

            ShutdownEvent end = log.awaitEvent(ShutdownEvent.class);
            assertEquals(CloseCode.AUTHENTICATION_FAILED, end.getCloseCode());
        }
    }

    @Test
    void anIntentThatIsNotSwitchedOnEndsTheBot() throws Exception {
        StatusLog log = new StatusLog();
        try (LocalDiscord discord = LocalDiscord.start(Settings.defaults())) {
            JDA jda =
                    TestBot.builder(discord, new WebSocketFactory(), log)
                            .enableIntents(GatewayIntent.MESSAGE_CONTENT)
                            .build();

            ShutdownEvent end = log.awaitEvent(ShutdownEvent.class);
            assertEquals(CloseCode.DISALLOWED_INTENTS, end.getCloseCode());
            jda.shutdownNow();
        }
    }

    @Test
    void unansweredHeartbeatsMakeTheClientReconnect() throws Exception {
        StatusLog log = new StatusLog();
        Settings quick = Settings.defaults().withHeartbeat(Duration.ofSeconds(1));
        try (LocalDiscord discord = LocalDiscord.start(quick);
                TestBot _ = TestBot.login(discord, log)) {
            discord.control().faults().ignoreHeartbeats();

            log.awaitEvent(SessionResumeEvent.class);
            assertTrue(discord.control().gateway().resumes() >= 1);
        }
    }
}
