package dev.downbeat.companion.detectors.mpris;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** The player interface of MPRIS 2.2; names and order are the specification's. Times in µs. */
@DBusInterfaceName("org.mpris.MediaPlayer2.Player")
@SuppressWarnings("checkstyle:MethodName")
public interface MprisPlayer extends DBusInterface {
    void Next();

    void Previous();

    void Pause();

    void PlayPause();

    void Stop();

    void Play();

    void Seek(long offset);

    void SetPosition(DBusPath trackId, long position);

    /** The player jumped. Some say where from, not where to: read again instead of believing it. */
    class Seeked extends DBusSignal {
        private final long position;

        public Seeked(String path, long position) throws DBusException {
            super(path, position);
            this.position = position;
        }

        public long position() {
            return position;
        }
    }
}
