package dev.downbeat.companion.commands;

import dev.downbeat.companion.hosting.HostStatus;
import dev.downbeat.companion.words.Text;

/** What becomes of the party when its host leaves; every shell says the same. */
final class Farewell {
    private Farewell() {}

    /** A silent party stays silent until a person starts it. */
    static Text of(HostStatus status) {
        if (!status.partyGoesOn()) {
            return Text.LEFT_NO_PARTY;
        }
        return status.partyState().equals("silent") ? Text.LEFT_SILENT : Text.LEFT;
    }
}
