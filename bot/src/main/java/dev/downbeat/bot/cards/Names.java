package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Text;
import dev.downbeat.bot.words.Words.Ours;
import dev.downbeat.party.SeatId;

import java.util.regex.Pattern;

/** How people, channels and tracks are written; none of it pings anybody. */
public final class Names {
    private static final Pattern DISCORD = Pattern.compile("discord:(\\d{1,20})");

    private Names() {}

    public static Ours channel(long id) {
        return new Ours("<#" + Long.toUnsignedString(id) + ">");
    }

    /** A mention shows the name of that server; browser guests have none. */
    public static Ours seat(SeatId seat) {
        var discord = DISCORD.matcher(seat.value());
        return new Ours(
                discord.matches() ? "<@" + discord.group(1) + ">" : Text.safe(seat.value(), 40));
    }

    static Ours brief(String foreign, int most) {
        return new Ours(Text.safe(foreign, most));
    }
}
