package dev.downbeat.companion.fake;

import dev.downbeat.companion.detectors.mpris.MprisPlayer;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** A player on a real bus that says exactly what the test wants, and remembers what it was told. */
public final class FakePlayer implements MprisPlayer, Properties, AutoCloseable {
    private static final String PATH = "/org/mpris/MediaPlayer2";
    private static final String PLAYER = "org.mpris.MediaPlayer2.Player";

    private final Map<String, Variant<?>> properties = new ConcurrentHashMap<>();
    private final DBusConnection connection;

    /** {@code Pause}, {@code SetPosition /1 5000000}, … in order. */
    public final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    /** How often anything was read. */
    public final java.util.concurrent.atomic.AtomicInteger reads =
            new java.util.concurrent.atomic.AtomicInteger();

    private volatile Runnable whileRead = () -> {};

    public FakePlayer(String address, String name) throws DBusException {
        properties.put("PlaybackStatus", new Variant<>("Stopped"));
        connection = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        connection.exportObject(PATH, this);
        connection.requestBusName("org.mpris.MediaPlayer2." + name);
    }

    public static Map<String, Variant<?>> track(String title, String artist, long lengthMs) {
        Map<String, Variant<?>> metadata = new HashMap<>();
        metadata.put("xesam:title", new Variant<>(title));
        metadata.put("xesam:artist", new Variant<>(new String[] {artist}, "as"));
        metadata.put("mpris:length", new Variant<>(lengthMs * 1_000));
        metadata.put("xesam:url", new Variant<>("file:///home/mila/Music/secret%20folder/1.flac"));
        metadata.put("mpris:artUrl", new Variant<>("file:///tmp/cover.png"));
        return metadata;
    }

    /** Sets without a word. */
    public FakePlayer set(String name, Variant<?> value) {
        properties.put(name, value);
        return this;
    }

    public FakePlayer metadata(Map<String, Variant<?>> metadata) {
        return set("Metadata", new Variant<>(metadata, "a{sv}"));
    }

    public FakePlayer position(long ms) {
        return set("Position", new Variant<>(ms * 1_000));
    }

    public FakePlayer status(String status) {
        return set("PlaybackStatus", new Variant<>(status));
    }

    /** What happens between each question and its answer. */
    public FakePlayer whileRead(Runnable happens) {
        whileRead = happens;
        return this;
    }

    public void announce(String name) throws DBusException {
        Map<String, Variant<?>> changed =
                properties.containsKey(name) ? Map.of(name, properties.get(name)) : Map.of();
        connection.sendMessage(new PropertiesChanged(PATH, PLAYER, changed, List.of()));
    }

    public void announceJump(long ms) throws DBusException {
        connection.sendMessage(new Seeked(PATH, ms * 1_000));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A Get(String interfaceName, String name) {
        if (name.equals("Identity")) {
            return (A) "Fake player";
        }
        reads.incrementAndGet();
        return (A) java.util.Objects.requireNonNull(properties.get(name));
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {}

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        reads.incrementAndGet();
        whileRead.run();
        return new HashMap<>(properties);
    }

    @Override
    public void Next() {
        told.add("Next");
    }

    @Override
    public void Previous() {
        told.add("Previous");
    }

    @Override
    public void Pause() {
        told.add("Pause");
    }

    @Override
    public void PlayPause() {
        told.add("PlayPause");
    }

    @Override
    public void Stop() {
        told.add("Stop");
    }

    @Override
    public void Play() {
        told.add("Play");
    }

    @Override
    public void Seek(long offset) {
        told.add("Seek " + offset);
    }

    @Override
    public void SetPosition(DBusPath trackId, long position) {
        told.add("SetPosition " + trackId + " " + position);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
