package dev.downbeat.localdiscord;

import static dev.downbeat.localdiscord.TestBot.PATIENCE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.localdiscord.control.Control;
import dev.downbeat.localdiscord.gateway.VoiceStates.MoveOrder;
import dev.downbeat.localdiscord.voice.Recording;

import net.dv8tion.jda.api.audio.hooks.ConnectionStatus;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.voice.GuildVoiceGuildMuteEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;

/** What a playing JDA does on each fault; the numbers of the table are in the module's README. */
final class FaultTest {
    private LocalDiscord discord;
    private Control control;
    private StatusLog log;
    private TestBot bot;
    private Recording recording;
    private long guild;

    @BeforeEach
    void play() throws Exception {
        discord = LocalDiscord.start(Settings.defaults());
        control = discord.control();
        guild = control.guildId();
        log = new StatusLog();
        bot = TestBot.login(discord, log);
        bot.guild(control).getAudioManager().setConnectionListener(log);
        bot.join(control, "Listening room", new EndlessFrames());
        recording = control.recording(guild);
        assertTrue(recording.awaitPacket(5, PATIENCE));
        log.clear();
    }

    @AfterEach
    void stop() {
        bot.close();
        discord.close();
    }

    private void assertPlaysOn() throws InterruptedException {
        assertTrue(recording.awaitPacket(recording.nextIndex() + 5, PATIENCE));
    }

    private int ssrc() {
        return control.voice().ssrc(guild).orElseThrow();
    }

    /** The ways to lose the gateway and resume. */
    enum Drop {
        CLOSE,
        RESET,
        OP_7,
        OP_9
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayThatDropsIsResumedAndSoundGoesOn(Drop drop) throws Exception {
        int ssrc = ssrc();

        switch (drop) {
            case CLOSE -> control.faults().closeGateway();
            case RESET -> control.faults().resetGateway();
            case OP_7 -> control.faults().askToReconnect();
            case OP_9 -> control.faults().invalidSessionResumable();
        }

        log.awaitEvent(SessionResumeEvent.class);
        assertPlaysOn();
        assertEquals(1, control.gateway().identifies());
        assertEquals(ssrc, ssrc());
        assertEquals(0, recording.statistics().lost());
    }

    @Test
    void whatHappenedWhileTheGatewayWasDownIsReplayed() throws Exception {
        control.faults().gatewayDown(Duration.ofHours(1));
        log.awaitEvent(SessionDisconnectEvent.class);
        control.people().joinVoice(control.userId("host"), room("Lounge"));

        control.faults().gatewayUp();

        log.awaitEvent(SessionResumeEvent.class);
        var lounge = bot.guild(control).getVoiceChannelsByName("Lounge", false).getFirst();
        assertEquals(
                "host", lounge.getMembers().getFirst().getUser().getName(), "seen after resume");
    }

    @Test
    void aSessionThatIsGoneIsRecreatedAndVoiceRejoined() throws Exception {
        int ssrc = ssrc();

        control.faults().invalidSession();

        log.awaitEvent(SessionRecreateEvent.class);
        log.awaitStatus(ConnectionStatus.CONNECTED);
        assertPlaysOn();
        assertEquals(2, control.gateway().identifies());
        assertNotEquals(ssrc, ssrc());
    }

    @Test
    void aVoiceSocketThatIsCutIsResumedWithoutLoss() throws Exception {
        int ssrc = ssrc();

        control.faults().cutVoice(guild);

        log.awaitStatus(ConnectionStatus.ERROR_LOST_CONNECTION);
        log.awaitStatus(ConnectionStatus.CONNECTED);
        assertPlaysOn();
        assertEquals(ssrc, ssrc());
        assertEquals(0, recording.statistics().lost());
    }

    @ParameterizedTest
    @ValueSource(ints = {4006, 4015})
    void aVoiceSessionThatIsOverIsRejoined(int code) throws Exception {
        int ssrc = ssrc();

        control.faults().closeVoice(guild, code);

        log.awaitStatus(ConnectionStatus.CONNECTED);
        assertPlaysOn();
        assertNotEquals(ssrc, ssrc());
    }

    @Test
    void after4014AloneJdaStaysSilentInTheChannel() throws Exception {
        control.faults().closeVoice(guild, 4014);

        log.awaitStatus(ConnectionStatus.DISCONNECTED_KICKED_FROM_CHANNEL);
        assertEquals(Optional.of(room("Listening room")), control.botChannel(guild));
    }

    @ParameterizedTest
    @EnumSource
    void aVoiceServerThatMovesIsFollowed(MoveOrder order) throws Exception {
        int ssrc = ssrc();

        control.faults().moveVoiceServer(guild, order);

        log.awaitStatus(ConnectionStatus.CONNECTED);
        assertPlaysOn();
        assertNotEquals(ssrc, ssrc());
    }

    @Test
    void aModeratorsMoveIsFollowed() throws Exception {
        control.moderator().moveBot(guild, room("Lounge"));

        log.awaitStatus(ConnectionStatus.CONNECTED);
        assertPlaysOn();
        assertEquals(Optional.of(room("Lounge")), control.botChannel(guild));
    }

    @Test
    void aKickedBotStaysOut() throws Exception {
        control.moderator().kickBotFromVoice(guild);

        log.awaitStatus(ConnectionStatus.DISCONNECTED_KICKED_FROM_CHANNEL);
        assertEquals(Optional.empty(), control.botChannel(guild));
    }

    @Test
    void aDeletedChannelIsLeft() throws Exception {
        control.moderator().deleteChannel(room("Listening room"));

        // Which of the two JDA says depends on which of its sockets is read first.
        log.awaitStatus(
                ConnectionStatus.DISCONNECTED_KICKED_FROM_CHANNEL,
                ConnectionStatus.DISCONNECTED_CHANNEL_DELETED);
        assertEquals(Optional.empty(), control.botChannel(guild));
    }

    @Test
    void afterAGuildOutageJdaDoesNotRejoinByItself() throws Exception {
        control.faults().guildOutage(guild);
        log.awaitStatus(ConnectionStatus.DISCONNECTED_REMOVED_FROM_GUILD);

        control.faults().guildBack(guild);

        log.awaitEvent(GuildAvailableEvent.class);
        assertEquals(Optional.empty(), control.botChannel(guild));
    }

    @Test
    void lostDatagramsAreCountedAndNotNoticed() throws Exception {
        control.faults().loseUdp(50);

        assertTrue(recording.awaitPacket(recording.nextIndex() + 40, PATIENCE));
        var statistics = recording.statistics();
        assertTrue(statistics.lost() > 0);
        assertTrue(statistics.droppedOnPurpose() >= statistics.lost());
        assertTrue(bot.guild(control).getAudioManager().isConnected());
    }

    @Test
    void aVoiceServerThatWantsDaveIsAskedAgainAndAgain() throws Exception {
        control.faults().requireDave();
        log.awaitStatus(ConnectionStatus.CONNECTING_AWAITING_AUTHENTICATION);
        log.awaitStatus(ConnectionStatus.CONNECTING_AWAITING_AUTHENTICATION);

        control.faults().allowPlainVoice();

        log.awaitStatus(ConnectionStatus.CONNECTED);
    }

    @Test
    void aMutedBotIsToldByItsVoiceState() throws Exception {
        control.moderator().muteBot(guild);

        log.awaitEvent(GuildVoiceGuildMuteEvent.class);
        assertPlaysOn();
    }

    private long room(String name) {
        return control.channelId(guild, name);
    }
}
