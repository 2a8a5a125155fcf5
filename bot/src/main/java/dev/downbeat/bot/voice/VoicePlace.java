package dev.downbeat.bot.voice;

import dev.downbeat.party.Place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A voice channel as the party remembers it: kind {@code discord-voice}, {@code guild:channel}. */
public record VoicePlace(long guild, long channel) {
    public static final String KIND = "discord-voice";
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,19}):(\\d{1,19})");

    public Place place() {
        return new Place(KIND, guild + ":" + channel);
    }

    /** Empty for other kinds and for what is not an address. */
    public static Optional<VoicePlace> of(Place place) {
        Matcher address = ADDRESS.matcher(place.address());
        if (!place.kind().equals(KIND) || !address.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new VoicePlace(
                        Long.parseUnsignedLong(address.group(1)),
                        Long.parseUnsignedLong(address.group(2))));
    }
}
