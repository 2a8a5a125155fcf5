package dev.downbeat.bot.voice;

import dev.downbeat.audio.FrameTap;
import dev.downbeat.engine.ServerClock;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import net.dv8tion.jda.api.JDA;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps voice as the parties' places say: what a party remembers is joined, also after a restart;
 * what it forgets is left. Any thread may call.
 */
public final class PartyVoices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartyVoices.class);

    private final Parties parties;
    private final Function<PartyId, FrameTap> taps;
    private final VoiceRooms rooms;
    private final VoiceAudience audience;
    private final String epoch;
    private final Consumer<PartyId> troubleChanged;
    private final AtomicLong wishes = new AtomicLong();
    private final Map<Long, Sounding> byGuild = new HashMap<>();
    private final Map<VoicePlace, PartyId> barred = new HashMap<>();
    private final Map<PartyId, Long> revisions = new HashMap<>();
    private final Map<PartyId, Trouble> troubles = new ConcurrentHashMap<>();
    private @Nullable AutoCloseable watch;

    /** Which party sounds in a guild's channel. */
    private record Sounding(PartyId party, VoicePlace place) {}

    /**
     * @param taps a new tap of a party's sound, with voice's lead
     * @param troubleChanged told when {@link #trouble} may answer differently; must not wait
     */
    public PartyVoices(
            Parties parties,
            Function<PartyId, FrameTap> taps,
            JDA jda,
            VoiceEncryption encryption,
            ServerClock clock,
            Consumer<PartyId> troubleChanged) {
        this.parties = parties;
        this.taps = taps;
        this.epoch = clock.epoch();
        this.troubleChanged = troubleChanged;
        this.rooms = new VoiceRooms(jda, encryption.version(), clock, new News());
        this.audience = new VoiceAudience(jda, parties);
        jda.addEventListener(rooms, audience);
    }

    /** Joins what the parties remember; call when the guilds are known. */
    public void start() {
        watch = parties.watch(this::follow);
        parties.all().forEach(host -> follow(host.view()));
    }

    public Optional<Trouble> trouble(PartyId party) {
        return Optional.ofNullable(troubles.get(party));
    }

    private synchronized void follow(PartyView view) {
        Long known = revisions.get(view.id());
        if (known != null && known > view.revision()) {
            return;
        }
        revisions.put(view.id(), view.revision());
        Map<Long, VoicePlace> desired = desired(view);
        for (Sounding sounding : List.copyOf(byGuild.values())) {
            if (sounding.party().equals(view.id())
                    && !desired.containsKey(sounding.place().guild())) {
                byGuild.remove(sounding.place().guild());
                rooms.hush(sounding.place().guild());
            }
        }
        desired.values().forEach(place -> sound(view.id(), place));
        audience.follow(view);
        if (view.ended()) {
            revisions.remove(view.id());
            troubles.remove(view.id());
        }
    }

    /** One place per guild: a bot has one voice there. */
    private Map<Long, VoicePlace> desired(PartyView view) {
        Map<Long, VoicePlace> desired = new HashMap<>();
        Set<VoicePlace> listed = new HashSet<>();
        view.places().forEach(place -> VoicePlace.of(place).ifPresent(listed::add));
        barred.entrySet()
                .removeIf(it -> it.getValue().equals(view.id()) && !listed.contains(it.getKey()));
        if (!view.ended()) {
            for (VoicePlace place : listed) {
                if (!barred.containsKey(place)) {
                    desired.merge(place.guild(), place, this::alreadyThere);
                }
            }
        }
        return desired;
    }

    /** Two at once mean a move under way: it is over when the old one is forgotten. */
    private VoicePlace alreadyThere(VoicePlace one, VoicePlace other) {
        Sounding sounding = byGuild.get(one.guild());
        return sounding != null && sounding.place().equals(other) ? other : one;
    }

    private void sound(PartyId party, VoicePlace place) {
        Sounding before = byGuild.put(place.guild(), new Sounding(party, place));
        if (before == null || !before.party().equals(party)) {
            rooms.sound(place, () -> taps.apply(party));
        } else if (!before.place().equals(place)) {
            rooms.move(place);
        }
    }

    /** As the host: it is the party's own doing. */
    private void ask(PartyId party, Wish... asked) {
        for (Wish wish : asked) {
            Optional<PartyHost> host = parties.find(party);
            WishId id = new WishId("voice:" + epoch + ":" + wishes.incrementAndGet());
            host.ifPresent(it -> it.ask(it.view().host(), id, wish));
        }
    }

    private void trouble(PartyId party, @Nullable Trouble trouble) {
        Trouble before = trouble == null ? troubles.remove(party) : troubles.put(party, trouble);
        if (before != trouble) {
            troubleChanged.accept(party);
        }
    }

    private synchronized Optional<PartyId> in(long guild) {
        return Optional.ofNullable(byGuild.get(guild)).map(Sounding::party);
    }

    /** Forgets the place first, so that no view of the moment before brings the voice back. */
    private synchronized Optional<PartyId> bar(VoicePlace place) {
        Optional<PartyId> party =
                Optional.ofNullable(byGuild.remove(place.guild())).map(Sounding::party);
        party.ifPresent(it -> barred.put(place, it));
        return party;
    }

    @Override
    public void close() {
        try {
            if (watch != null) {
                watch.close();
            }
        } catch (Exception fault) {
            LOG.warn("Could not stop watching parties", fault);
        }
        rooms.close();
    }

    /** Turns what happened to voice into wishes, so that the party remembers it. */
    private final class News implements VoiceNews {
        @Override
        public void moved(VoicePlace from, VoicePlace to) {
            bar(from)
                    .ifPresent(party -> {
                        synchronized (PartyVoices.this) {
                            barred.remove(to);
                            byGuild.put(to.guild(), new Sounding(party, to));
                        }
                        ask(party, new Wish.Attach(to.place()), new Wish.Detach(from.place()));
                    });
        }

        @Override
        public void takenOut(VoicePlace from) {
            LOG.info("Taken out of voice in guild {}; staying out", from.guild());
            bar(from)
                    .ifPresent(party -> {
                        trouble(party, Trouble.TAKEN_OUT);
                        ask(party, new Wish.Silence(from.place()), new Wish.Detach(from.place()));
                    });
        }

        @Override
        public void gaveUp(VoicePlace place, Act.Why why) {
            LOG.warn("Gave up voice in guild {}: {}", place.guild(), why);
            bar(place)
                    .ifPresent(party -> {
                        trouble(party, Trouble.of(why));
                        ask(party, new Wish.Detach(place.place()));
                    });
        }

        @Override
        public void well(long guild) {
            in(guild).ifPresent(party -> trouble(party, null));
        }

        @Override
        public void struggling(long guild) {
            LOG.warn("Voice in guild {} is lost again and again; trying once a minute", guild);
            in(guild).ifPresent(party -> trouble(party, Trouble.STRUGGLING));
        }

        @Override
        public void broke(long guild) {
            in(guild).ifPresent(party -> trouble(party, Trouble.BROKEN));
        }
    }
}
