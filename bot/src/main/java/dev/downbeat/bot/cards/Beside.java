package dev.downbeat.bot.cards;

import dev.downbeat.bot.voice.Trouble;
import dev.downbeat.bot.voice.VoicePlace;

import java.util.Optional;

/**
 * What people wait to see on a card besides the party's view.
 *
 * @param other where another party plays in the card's server while this one is in no voice channel
 * @param keepsFiles whether the host's companion is there and may not lend what the player plays
 */
record Beside(Optional<Trouble> trouble, Optional<VoicePlace> other, boolean keepsFiles) {
    static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty(), false);
}
