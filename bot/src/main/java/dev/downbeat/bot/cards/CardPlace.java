package dev.downbeat.bot.cards;

import dev.downbeat.party.Place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A card as the party remembers it: kind {@code discord-card}, {@code channel:message}. */
record CardPlace(long channel, long message) {
    static final String KIND = "discord-card";
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,19}):(\\d{1,19})");

    Place place() {
        return new Place(KIND, channel + ":" + message);
    }

    /** Empty for other kinds and for what is not an address. */
    static Optional<CardPlace> of(Place place) {
        Matcher address = ADDRESS.matcher(place.address());
        if (!place.kind().equals(KIND) || !address.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new CardPlace(
                        Long.parseUnsignedLong(address.group(1)),
                        Long.parseUnsignedLong(address.group(2))));
    }
}
