package dev.downbeat.demo.player;

import dev.downbeat.demo.tracks.DemoTrack;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A music player on D-Bus whose true position is known: a {@link Deck} that speaks MPRIS. */
public final class SimulatedPlayer
        implements MediaPlayer, MediaPlayerControls, Properties, AutoCloseable {
    /** The name people enable in the companion. */
    public static final String NAME = "demo";

    private static final String BUS_NAME = "org.mpris.MediaPlayer2." + NAME;
    private static final String PATH = "/org/mpris/MediaPlayer2";
    private static final String PLAYER = "org.mpris.MediaPlayer2.Player";

    private final Deck deck;
    private final DBusConnection bus;

    private SimulatedPlayer(Deck deck, DBusConnection bus) {
        this.deck = deck;
        this.bus = bus;
    }

    /** Appears on the bus at {@code address}. */
    public static SimulatedPlayer appear(Deck deck, String address) throws DBusException {
        DBusConnection bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        SimulatedPlayer player = new SimulatedPlayer(deck, bus);
        bus.exportObject(PATH, player);
        bus.requestBusName(BUS_NAME);
        return player;
    }

    /** Tells the bus when the deck has moved on by itself; call a few times a second. */
    public void notice(Deck.Reading before, Deck.Reading now) {
        if (before.index() != now.index()) {
            changed();
        }
    }

    @Override
    public void Play() {
        deck.play();
        changed();
    }

    @Override
    public void Pause() {
        deck.pause();
        changed();
    }

    @Override
    public void PlayPause() {
        if (deck.read().playing()) {
            Pause();
        } else {
            Play();
        }
    }

    @Override
    public void Stop() {
        deck.pause();
        deck.seek(Duration.ZERO);
        changed();
    }

    @Override
    public void Next() {
        deck.skip(1);
        changed();
    }

    @Override
    public void Previous() {
        deck.skip(-1);
        changed();
    }

    @Override
    public void Seek(long offset) {
        deck.seek(deck.read().position().plus(micros(offset)));
        jumped();
    }

    @Override
    public void SetPosition(DBusPath track, long position) {
        deck.seek(micros(position));
        jumped();
    }

    @Override
    public void Raise() {
        // No window.
    }

    @Override
    public void Quit() {
        // The demo ends its player itself.
    }

    private void changed() {
        Deck.Reading now = deck.read();
        try {
            bus.sendMessage(
                    new PropertiesChanged(
                            PATH,
                            PLAYER,
                            Map.of("PlaybackStatus", status(now), "Metadata", metadata(now)),
                            List.of()));
        } catch (DBusException e) {
            throw new IllegalStateException("the demo's player cannot reach its bus", e);
        }
    }

    private void jumped() {
        try {
            bus.sendMessage(new Seeked(PATH, toMicros(deck.read().position())));
        } catch (DBusException e) {
            throw new IllegalStateException("the demo's player cannot reach its bus", e);
        }
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        if (!PLAYER.equals(interfaceName)) {
            return Map.of("Identity", new Variant<>("Downbeat demo player"));
        }
        Deck.Reading now = deck.read();
        return Map.of(
                "PlaybackStatus", status(now),
                "Metadata", metadata(now),
                "Position", new Variant<>(toMicros(now.position())),
                "Rate", new Variant<>(1.0),
                "CanControl", new Variant<>(true),
                "CanSeek", new Variant<>(true));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // dbus-java asks it this way
    public <A> A Get(String interfaceName, String property) {
        Variant<?> value = GetAll(interfaceName).get(property);
        if (value == null) {
            throw new IllegalArgumentException("no such property: " + property);
        }
        return (A) value;
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
        throw new UnsupportedOperationException("read-only: " + property);
    }

    private static Variant<String> status(Deck.Reading now) {
        return new Variant<>(now.playing() ? "Playing" : "Paused");
    }

    private static Variant<Map<String, Variant<?>>> metadata(Deck.Reading now) {
        DemoTrack track = now.track();
        return new Variant<>(
                Map.of(
                        "mpris:trackid", new Variant<>(new DBusPath("/track/" + now.index())),
                        "mpris:length", new Variant<>(toMicros(track.length())),
                        "xesam:title", new Variant<>(track.title()),
                        "xesam:artist", new Variant<>(List.of(track.artist()), "as")),
                "a{sv}");
    }

    private static Duration micros(long count) {
        return Duration.ofNanos(count * 1_000);
    }

    private static long toMicros(Duration time) {
        return time.toNanos() / 1_000;
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    @Override
    public void close() {
        bus.disconnect();
    }
}
