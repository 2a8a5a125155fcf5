package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Words;
import dev.downbeat.bot.words.Words.Ours;
import dev.downbeat.engine.accounts.Pairing;
import dev.downbeat.party.SeatId;

import java.util.function.Supplier;

/** Gives out codes for companions, as a sentence that says what to do with them. */
public final class LinkCode {
    private final Pairing pairing;
    private final Supplier<String> server;

    /**
     * @param server how a companion reaches this server
     */
    public LinkCode(Pairing pairing, Supplier<String> server) {
        this.pairing = pairing;
        this.server = server;
    }

    public String sentence(SeatId seat, String name, Words words) {
        return words.say(
                "link.code",
                new Ours(pairing.issue(seat, name)),
                Pairing.LIFE.toMinutes(),
                new Ours(server.get()));
    }
}
