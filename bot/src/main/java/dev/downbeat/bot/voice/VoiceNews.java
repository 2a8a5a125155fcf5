package dev.downbeat.bot.voice;

import dev.downbeat.bot.voice.Act.Why;

/** What happened to a party's voice without the party asking; called on the voice thread. */
interface VoiceNews {
    void moved(VoicePlace from, VoicePlace to);

    void takenOut(VoicePlace from);

    void gaveUp(VoicePlace place, Why why);

    void well(long guild);

    void struggling(long guild);

    /** A fault of our own, logged already: nobody knows what is heard there. */
    void broke(long guild);
}
