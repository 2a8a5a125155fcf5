package dev.downbeat.bot.voice;

import dev.downbeat.bot.voice.Act.Why;
import dev.downbeat.bot.voice.Seen.Loss;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Watches over JDA's voice in one guild and decides when to join, rejoin, stay out or give up; the
 * table is in the README. Pure: it is told what was seen and when. Confined to one thread.
 */
final class VoiceSupervisor {
    /** Rejoins within {@link #WINDOW} before it slows down and says so. */
    static final int LIMIT = 3;

    static final Duration WINDOW = Duration.ofSeconds(60);

    /** Before each rejoin of ours, by how many there were in the window. */
    static final List<Duration> BACK_OFF =
            List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(8));

    /** How long a join or resume may take before it counts as lost. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    /** "Kicked" is believed only after Discord had this long to say where the bot is. */
    static final Duration GRACE = Duration.ofMillis(750);

    /** After the limit one try a minute; then no more. */
    static final int LAST_TRIES = 10;

    private static final long NONE = 0;

    private enum Phase {
        OUT,
        JOINING,
        UP,
        RESUMING,
        WAITING,
        LOOKING,
        NO_GUILD
    }

    private final boolean encryptionOffered;
    private final Deque<Instant> attempts = new ArrayDeque<>();
    private final List<Act> acts = new ArrayList<>();
    private Phase phase = Phase.OUT;
    private Instant due = Instant.MAX;
    private long wanted = NONE;
    private long own = NONE;
    private boolean jdaRejoins;
    private int lastTries;

    /**
     * @param offeredVersion of DAVE; 0 when voice cannot be encrypted here
     */
    VoiceSupervisor(int offeredVersion) {
        encryptionOffered = offeredVersion > 0;
    }

    /** When {@link Seen.TimePassed} is due; {@link Instant#MAX} for never. */
    Instant wakeAt() {
        return due;
    }

    List<Act> see(Seen seen, Instant now) {
        acts.clear();
        while (!attempts.isEmpty() && !attempts.getFirst().plus(WINDOW).isAfter(now)) {
            attempts.removeFirst();
        }
        switch (seen) {
            case Seen.Wanted(long channel) -> want(channel, now);
            case Seen.Unwanted() -> unwant();
            case Seen.Connecting() -> connecting(now);
            case Seen.Connected() -> connected();
            case Seen.Lost(Loss how) -> lost(how, now);
            case Seen.Refused() -> refused();
            case Seen.InChannel(long channel) -> inChannel(channel, now);
            case Seen.InNoChannel() -> inNoChannel(now);
            case Seen.GuildHere() -> guildHere(now);
            case Seen.TimePassed() -> timePassed(now);
        }
        return List.copyOf(acts);
    }

    private void want(long channel, Instant now) {
        if (wanted == channel) {
            return;
        }
        wanted = channel;
        lastTries = 0;
        attempts.clear();
        join(now);
    }

    private void join(Instant now) {
        jdaRejoins = false;
        acts.add(new Act.StopJdaRejoining());
        acts.add(new Act.Join(wanted));
        enter(Phase.JOINING, now.plus(PATIENCE));
    }

    private void unwant() {
        if (wanted != NONE) {
            out();
            acts.add(new Act.Leave());
            acts.add(new Act.Well());
        }
    }

    /** After a close that looks like a kick: Discord gave a new server, so it was none. */
    private void connecting(Instant now) {
        if (phase == Phase.LOOKING) {
            enter(Phase.JOINING, now.plus(PATIENCE));
        }
    }

    private void connected() {
        if (wanted == NONE) {
            return;
        }
        enter(Phase.UP, Instant.MAX);
        lastTries = 0;
        jdaRejoins = attempts.size() < LIMIT;
        acts.add(jdaRejoins ? new Act.LetJdaRejoin() : new Act.StopJdaRejoining());
        acts.add(new Act.Well());
    }

    private void lost(Loss how, Instant now) {
        if (wanted == NONE) {
            return;
        }
        switch (how) {
            case RESUMING -> enter(Phase.RESUMING, now.plus(PATIENCE));
            case BROKEN -> broken(now);
            case PERHAPS_KICKED -> look(now);
            case GUILD_GONE -> enter(Phase.NO_GUILD, Instant.MAX);
            case CHANNEL_DELETED -> giveUp(Why.CHANNEL_DELETED);
            case NO_PERMISSION -> giveUp(Why.NO_PERMISSION);
        }
    }

    private void broken(Instant now) {
        if (phase == Phase.WAITING || phase == Phase.OUT || phase == Phase.NO_GUILD) {
            return;
        }
        if (jdaRejoins) {
            jdaRejoins = false;
            attempts.add(now);
            acts.add(new Act.StopJdaRejoining());
            enter(Phase.JOINING, now.plus(PATIENCE));
        } else {
            waitForTurn(now);
        }
    }

    private void waitForTurn(Instant now) {
        if (attempts.size() < LIMIT) {
            enter(Phase.WAITING, now.plus(BACK_OFF.get(attempts.size())));
        } else if (++lastTries > LAST_TRIES) {
            giveUp(Why.UNREACHABLE);
        } else {
            acts.add(new Act.Struggling());
            enter(Phase.WAITING, attempts.getFirst().plus(WINDOW));
        }
        if (phase == Phase.WAITING && !due.isAfter(now)) {
            rejoin(now);
        }
    }

    private void rejoin(Instant now) {
        attempts.add(now);
        jdaRejoins = false;
        acts.add(new Act.StopJdaRejoining());
        acts.add(new Act.Rejoin(wanted));
        enter(Phase.JOINING, now.plus(PATIENCE));
    }

    /** Discord tells by the bot's own voice state whether it was a kick; it may come late. */
    private void look(Instant now) {
        if (phase == Phase.LOOKING && own == NONE) {
            takenOut();
        } else if (phase != Phase.LOOKING && phase != Phase.WAITING) {
            enter(Phase.LOOKING, now.plus(GRACE));
        }
    }

    private void refused() {
        if (wanted != NONE && !encryptionOffered) {
            giveUp(Why.ENCRYPTION_REQUIRED);
        }
    }

    private void inChannel(long channel, Instant now) {
        own = channel;
        if (wanted == NONE || wanted == channel) {
            return;
        }
        acts.add(new Act.Moved(wanted, channel));
        wanted = channel;
        if (phase == Phase.LOOKING) {
            enter(Phase.JOINING, now.plus(PATIENCE));
        }
    }

    private void inNoChannel(Instant now) {
        own = NONE;
        if (phase == Phase.UP || phase == Phase.RESUMING) {
            enter(Phase.LOOKING, now.plus(GRACE));
        }
    }

    private void guildHere(Instant now) {
        if (wanted != NONE && phase != Phase.UP) {
            join(now);
        }
    }

    private void timePassed(Instant now) {
        if (due.isAfter(now)) {
            return;
        }
        switch (phase) {
            case JOINING, RESUMING -> {
                jdaRejoins = false;
                waitForTurn(now);
            }
            case WAITING -> rejoin(now);
            case LOOKING -> {
                if (own == NONE) {
                    takenOut();
                } else {
                    waitForTurn(now);
                }
            }
            case OUT, UP, NO_GUILD -> enter(phase, Instant.MAX);
        }
    }

    private void takenOut() {
        acts.add(new Act.TakenOut(wanted));
        acts.add(new Act.Leave());
        out();
    }

    private void giveUp(Why why) {
        acts.add(new Act.GivenUp(wanted, why));
        acts.add(new Act.Leave());
        out();
    }

    private void out() {
        wanted = NONE;
        jdaRejoins = false;
        enter(Phase.OUT, Instant.MAX);
    }

    private void enter(Phase newPhase, Instant newDue) {
        phase = newPhase;
        due = newDue;
    }
}
