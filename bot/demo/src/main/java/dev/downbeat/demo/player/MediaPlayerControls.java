package dev.downbeat.demo.player;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** MPRIS 2.2, {@code org.mpris.MediaPlayer2.Player}: all times in microseconds. */
@DBusInterfaceName("org.mpris.MediaPlayer2.Player")
public interface MediaPlayerControls extends DBusInterface {
    void Play();

    void Pause();

    void PlayPause();

    void Stop();

    void Next();

    void Previous();

    void Seek(long offset);

    void SetPosition(DBusPath track, long position);

    /** The position jumped. */
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
