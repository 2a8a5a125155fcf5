package dev.downbeat.companion.detectors.mpris;

import dev.downbeat.protocol.WireCommand;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.Variant;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One connection to the session bus, in the words of MPRIS. Every call is answered within 2 s or
 * fails with an {@link IOException}. Safe for any thread; signals come on dbus-java's threads.
 */
final class SessionBus implements AutoCloseable {
    private static final String PATH = "/org/mpris/MediaPlayer2";
    private static final String PLAYER = "org.mpris.MediaPlayer2.Player";
    private static final String ROOT = "org.mpris.MediaPlayer2";
    private static final long PATIENCE_MS = 2_000;

    private final DBusConnection connection;
    private final DBus bus;
    private final AtomicReference<Runnable> whenLost;

    /** What happens on the bus; called from its threads, must not block. */
    interface Listener {
        void changed(String uniqueName);

        void jumped(String uniqueName);

        void ownersChanged();

        void lost();
    }

    private interface Call<T> {
        T make() throws DBusException;
    }

    private SessionBus(DBusConnection connection, AtomicReference<Runnable> whenLost)
            throws DBusException {
        this.connection = connection;
        this.whenLost = whenLost;
        bus =
                connection.getRemoteObject(
                        "org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
    }

    static SessionBus connect(String address) throws IOException {
        MethodCall.setDefaultTimeout(PATIENCE_MS);
        AtomicReference<Runnable> whenLost = new AtomicReference<>(() -> {});
        try {
            return asked(() -> new SessionBus(open(address, whenLost), whenLost));
        } catch (IOException e) {
            throw new IOException("no session bus answers at " + address, e);
        }
    }

    private static DBusConnection open(String address, AtomicReference<Runnable> whenLost)
            throws DBusException {
        return DBusConnectionBuilder.forAddress(address)
                .withShared(false)
                .withDisconnectCallback(
                        new IDisconnectCallback() {
                            @Override
                            public void disconnectOnError(IOException error) {
                                whenLost.get().run();
                            }
                        })
                .build();
    }

    void listen(Listener listener) throws IOException {
        whenLost.set(listener::lost);
        asked(() -> {
            connection.addSigHandler(
                    Properties.PropertiesChanged.class,
                    signal -> {
                        if (signal.getPath().equals(PATH)) {
                            listener.changed(signal.getSource());
                        }
                    });
            connection.addSigHandler(
                    MprisPlayer.Seeked.class, signal -> listener.jumped(signal.getSource()));
            connection.addSigHandler(DBus.NameOwnerChanged.class, _ -> listener.ownersChanged());
            return true;
        });
    }

    boolean isConnected() {
        return connection.isConnected();
    }

    List<String> playerNames() throws IOException {
        return asked(() ->
                Arrays.stream(bus.ListNames()).filter(MprisNames::isPlayer).sorted().toList());
    }

    String owner(String busName) throws IOException {
        return asked(() -> bus.GetNameOwner(busName));
    }

    /** 0 when the bus does not tell. */
    long process(String busName) {
        try {
            return asked(() -> bus.GetConnectionUnixProcessID(busName)).longValue();
        } catch (IOException _) {
            return 0;
        }
    }

    /** What the player calls itself; its bus name when it does not say. */
    String label(String busName) {
        try {
            Object label = asked(() -> properties(busName).<Object>Get(ROOT, "Identity"));
            return label instanceof Variant<?> variant
                    ? String.valueOf(variant.getValue())
                    : String.valueOf(label);
        } catch (IOException _) {
            return MprisNames.name(busName);
        }
    }

    Map<String, Variant<?>> read(String busName) throws IOException {
        return asked(() -> properties(busName).GetAll(PLAYER));
    }

    private Properties properties(String busName) throws DBusException {
        return connection.getRemoteObject(busName, PATH, Properties.class);
    }

    /** Drives a player; what it cannot do it refuses with an {@link IOException}. */
    void command(String busName, WireCommand command) throws IOException {
        asked(() -> {
            MprisPlayer player = connection.getRemoteObject(busName, PATH, MprisPlayer.class);
            switch (command.name()) {
                case "play" -> player.Play();
                case "pause" -> player.Pause();
                case "skip_next" -> player.Next();
                case "skip_prev" -> player.Previous();
                case "stop" -> player.Stop();
                case "seek" -> seek(player, busName, command.positionMs() * 1_000);
                default -> throw new DBusException("unknown command");
            }
            return true;
        });
    }

    private void seek(MprisPlayer player, String busName, long toMicros) throws DBusException {
        Map<String, Variant<?>> now = properties(busName).GetAll(PLAYER);
        String trackId = MprisWords.trackId(now);
        if (trackId.isEmpty()) {
            Object position = now.getOrDefault("Position", new Variant<>(0L)).getValue();
            player.Seek(toMicros - ((Number) position).longValue());
        } else {
            player.SetPosition(new DBusPath(trackId), toMicros);
        }
    }

    private static <T> T asked(Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (DBusException | DBusExecutionException | ClassCastException e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
