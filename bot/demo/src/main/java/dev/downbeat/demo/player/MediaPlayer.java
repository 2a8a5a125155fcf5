package dev.downbeat.demo.player;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** MPRIS 2.2, root interface, as far as it has methods. */
@DBusInterfaceName("org.mpris.MediaPlayer2")
public interface MediaPlayer extends DBusInterface {
    /** Brings the player's window up; this one has none. */
    void Raise();

    /** Ends the player; the demo ends it itself. */
    void Quit();
}
