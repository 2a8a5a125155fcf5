package dev.downbeat.bot.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.bot.voice.Act.Why;
import dev.downbeat.bot.voice.Seen.Loss;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class VoiceSupervisorTest {
    private static final long ROOM = 7;
    private static final long OTHER = 8;

    private final VoiceSupervisor supervisor = new VoiceSupervisor(0);
    private Instant now = Instant.EPOCH;

    private List<Act> see(Seen seen) {
        return supervisor.see(seen, now);
    }

    private List<Act> after(Duration time) {
        now = now.plus(time);
        return see(new Seen.TimePassed());
    }

    /** Lets time jump to when the supervisor wants to be woken. */
    private List<Act> wake() {
        now = supervisor.wakeAt();
        return see(new Seen.TimePassed());
    }

    private void up() {
        see(new Seen.Wanted(ROOM));
        see(new Seen.InChannel(ROOM));
        see(new Seen.Connected());
    }

    private static boolean rejoins(List<Act> acts) {
        return acts.contains(new Act.Rejoin(ROOM));
    }

    @Test
    void whatIsWantedIsJoined() {
        assertTrue(see(new Seen.Wanted(ROOM)).contains(new Act.Join(ROOM)));
        assertTrue(see(new Seen.Connected()).contains(new Act.LetJdaRejoin()));
    }

    @Test
    void wantingTheSameTwiceJoinsOnce() {
        up();

        assertEquals(List.of(), see(new Seen.Wanted(ROOM)));
    }

    @Test
    void whatIsNoLongerWantedIsLeftAndNotRejoined() {
        up();

        assertTrue(see(new Seen.Unwanted()).contains(new Act.Leave()));

        see(new Seen.InNoChannel());
        assertEquals(List.of(), see(new Seen.Lost(Loss.BROKEN)));
        assertEquals(Instant.MAX, supervisor.wakeAt());
    }

    @Test
    void aKickIsBelievedWhenDiscordSaysTheBotIsOut() {
        up();

        assertEquals(List.of(), see(new Seen.Lost(Loss.PERHAPS_KICKED)));
        see(new Seen.InNoChannel());
        List<Act> acts = after(VoiceSupervisor.GRACE);

        assertEquals(List.of(new Act.TakenOut(ROOM), new Act.Leave()), acts);
        assertEquals(List.of(), see(new Seen.GuildHere()));
    }

    @Test
    void aKickIsBelievedAtOnceWhenTheVoiceStateCameFirst() {
        up();
        see(new Seen.InNoChannel());

        assertTrue(see(new Seen.Lost(Loss.PERHAPS_KICKED)).contains(new Act.TakenOut(ROOM)));
    }

    @Test
    void closes4014And4022WithTheVoiceStateKeptRejoin() {
        up();
        see(new Seen.Lost(Loss.PERHAPS_KICKED));

        List<Act> acts = after(VoiceSupervisor.GRACE);

        assertTrue(rejoins(acts));
        assertFalse(acts.contains(new Act.TakenOut(ROOM)));
    }

    @Test
    void aMovedVoiceServerIsLeftToJda() {
        up();
        see(new Seen.Lost(Loss.PERHAPS_KICKED));
        see(new Seen.Connecting());

        assertEquals(List.of(), after(VoiceSupervisor.GRACE));
        assertFalse(rejoins(see(new Seen.Connected())));
    }

    @Test
    void aMoveIsFollowedWithTheCloseBeforeIt() {
        up();
        see(new Seen.Lost(Loss.PERHAPS_KICKED));

        assertEquals(List.of(new Act.Moved(ROOM, OTHER)), see(new Seen.InChannel(OTHER)));
        see(new Seen.Connected());
        assertEquals(Instant.MAX, supervisor.wakeAt());
        assertEquals(List.of(), see(new Seen.Wanted(OTHER)));
    }

    @Test
    void aMoveIsFollowedWithoutAnyClose() {
        up();

        assertEquals(List.of(new Act.Moved(ROOM, OTHER)), see(new Seen.InChannel(OTHER)));
        assertEquals(Instant.MAX, supervisor.wakeAt());
    }

    @Test
    void theFirstRejoinIsJdasWhichIsFaster() {
        up();

        List<Act> acts = see(new Seen.Lost(Loss.BROKEN));

        assertEquals(List.of(new Act.StopJdaRejoining()), acts);
        assertFalse(rejoins(see(new Seen.InNoChannel())));
    }

    @Test
    void jdasRejoinThatComesToNothingIsTriedAgain() {
        up();
        see(new Seen.Lost(Loss.BROKEN));

        after(VoiceSupervisor.PATIENCE);

        assertTrue(rejoins(wake()));
    }

    @Test
    void aResumeThatComesToNothingIsARejoin() {
        up();
        see(new Seen.Lost(Loss.RESUMING));

        assertTrue(rejoins(after(VoiceSupervisor.PATIENCE)));
    }

    @Test
    void aResumeThatWorksIsNoRejoin() {
        up();
        see(new Seen.Lost(Loss.RESUMING));
        see(new Seen.Connecting());

        assertFalse(rejoins(see(new Seen.Connected())));
    }

    @Test
    void neverMoreThanThreeRejoinsInAnyMinute() {
        up();
        List<Instant> rejoins = new ArrayList<>();
        see(new Seen.Lost(Loss.BROKEN));
        rejoins.add(now);
        for (int i = 0; i < 20 && supervisor.wakeAt().isBefore(Instant.MAX); i++) {
            see(new Seen.Lost(Loss.BROKEN));
            if (supervisor.wakeAt().equals(Instant.MAX)) {
                break;
            }
            if (rejoins(wake())) {
                rejoins.add(now);
            }
        }

        assertTrue(rejoins.size() > VoiceSupervisor.LIMIT, rejoins.toString());
        for (int i = VoiceSupervisor.LIMIT; i < rejoins.size(); i++) {
            Duration span =
                    Duration.between(rejoins.get(i - VoiceSupervisor.LIMIT), rejoins.get(i));
            assertTrue(span.compareTo(VoiceSupervisor.WINDOW) >= 0, rejoins.toString());
        }
    }

    @Test
    void itSaysThatItStrugglesAndAtLastGivesUp() {
        see(new Seen.Wanted(ROOM));
        List<Act> all = new ArrayList<>();
        for (int i = 0; i < 200 && supervisor.wakeAt().isBefore(Instant.MAX); i++) {
            all.addAll(see(new Seen.Lost(Loss.BROKEN)));
            if (supervisor.wakeAt().isBefore(Instant.MAX)) {
                all.addAll(wake());
            }
        }

        assertTrue(all.contains(new Act.Struggling()));
        assertTrue(all.contains(new Act.GivenUp(ROOM, Why.UNREACHABLE)));
        assertTrue(all.getLast() instanceof Act.Leave);
    }

    @Test
    void connectingAgainEndsTheStruggle() {
        see(new Seen.Wanted(ROOM));

        assertTrue(see(new Seen.Connected()).contains(new Act.Well()));
    }

    @Test
    void jdaMayNotRejoinByItselfWhenTheMinuteIsFull() {
        up();
        for (int i = 0; i < VoiceSupervisor.LIMIT; i++) {
            see(new Seen.Lost(Loss.BROKEN));
            see(new Seen.Connected());
        }

        assertTrue(see(new Seen.Connected()).contains(new Act.StopJdaRejoining()));
    }

    @Test
    void aGuildOutageIsWaitedForAndJoinedWhenItIsOver() {
        up();
        see(new Seen.Lost(Loss.GUILD_GONE));
        assertEquals(Instant.MAX, supervisor.wakeAt());

        assertTrue(see(new Seen.GuildHere()).contains(new Act.Join(ROOM)));
    }

    @Test
    void aGuildThatComesWhileAllIsWellChangesNothing() {
        up();

        assertEquals(List.of(), see(new Seen.GuildHere()));
    }

    @Test
    void close4017WithoutEncryptionLeavesWithOneSentenceAndNoRetry() {
        see(new Seen.Wanted(ROOM));
        see(new Seen.Lost(Loss.RESUMING));

        List<Act> acts = see(new Seen.Refused());

        assertEquals(
                List.of(new Act.GivenUp(ROOM, Why.ENCRYPTION_REQUIRED), new Act.Leave()), acts);
        assertEquals(List.of(), see(new Seen.Lost(Loss.BROKEN)));
        assertEquals(Instant.MAX, supervisor.wakeAt());
    }

    @Test
    void close4017WithEncryptionIsOneMoreBrokenConnection() {
        VoiceSupervisor offering = new VoiceSupervisor(1);
        offering.see(new Seen.Wanted(ROOM), now);

        assertEquals(List.of(), offering.see(new Seen.Refused(), now));
    }

    @Test
    void aDeletedChannelOrLostPermissionIsGivenUp() {
        up();
        assertTrue(
                see(new Seen.Lost(Loss.CHANNEL_DELETED))
                        .contains(new Act.GivenUp(ROOM, Why.CHANNEL_DELETED)));

        up();
        assertTrue(
                see(new Seen.Lost(Loss.NO_PERMISSION))
                        .contains(new Act.GivenUp(ROOM, Why.NO_PERMISSION)));
    }

    @Test
    void aWakeThatComesTooEarlyChangesNothing() {
        up();
        see(new Seen.Lost(Loss.PERHAPS_KICKED));

        assertEquals(List.of(), after(VoiceSupervisor.GRACE.minusMillis(1)));
    }
}
