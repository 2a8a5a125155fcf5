package dev.downbeat.demo.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.demo.tracks.DemoTrack;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The player seen over a bus, as the companion sees it. */
class SimulatedPlayerTest {
    private static final String NAME = "org.mpris.MediaPlayer2.demo";
    private static final String PATH = "/org/mpris/MediaPlayer2";

    private final AtomicLong nanos = new AtomicLong();
    private final Deck deck = new Deck(DemoTrack.all(), nanos::get);
    private OwnBus bus;
    private SimulatedPlayer player;
    private DBusConnection client;

    @BeforeEach
    void connect(@TempDir Path folder) throws DBusException {
        bus = OwnBus.start(folder);
        player = SimulatedPlayer.appear(deck, bus.address());
        client = DBusConnectionBuilder.forAddress(bus.address()).withShared(false).build();
    }

    @AfterEach
    void disconnect() {
        client.disconnect();
        player.close();
        bus.close();
    }

    private Map<String, Variant<?>> read() throws DBusException {
        return client.getRemoteObject(NAME, PATH, Properties.class)
                .GetAll("org.mpris.MediaPlayer2.Player");
    }

    private static Object value(Map<?, ?> from, String key) {
        return ((Variant<?>) Objects.requireNonNull(from.get(key), key)).getValue();
    }

    private MediaPlayerControls controls() throws DBusException {
        return client.getRemoteObject(NAME, PATH, MediaPlayerControls.class);
    }

    @Test
    void itSaysWhatItPlaysAndWhere() throws DBusException {
        deck.play();
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        Map<String, Variant<?>> seen = read();

        assertEquals("Playing", value(seen, "PlaybackStatus"));
        assertEquals(3_000_000L, value(seen, "Position"));
        Map<?, ?> metadata = (Map<?, ?>) value(seen, "Metadata");
        assertEquals("Count Me In", value(metadata, "xesam:title"));
    }

    @Test
    void itObeysThePartysCommands() throws DBusException {
        controls().Play();
        assertTrue(deck.read().playing());

        controls().SetPosition(new DBusPath("/track/0"), 12_000_000);
        assertEquals(Duration.ofSeconds(12), deck.read().position());

        controls().Next();
        assertEquals(1, deck.read().index());

        controls().Pause();
        assertFalse(deck.read().playing());
    }
}
