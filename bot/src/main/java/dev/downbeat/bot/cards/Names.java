package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Text;
import dev.downbeat.bot.words.Words.Ours;
import dev.downbeat.party.SeatId;

import java.util.regex.Pattern;

/** How people, channels and tracks are written; none of it pings anybody. */
public final class Names {
    private static final Pattern DISCORD = Pattern.compile("discord:(\\d{1,20})");

    private static final int LAST_SIGNS = 4;

    private Names() {}

    public static Ours channel(long id) {
        return new Ours("<#" + Long.toUnsignedString(id) + ">");
    }

    /**
     * A mention shows the name of that server. Browser guests have none there: their ids, which
     * name the party too, stay inside; the last signs tell them apart.
     */
    public static Ours seat(SeatId seat) {
        var discord = DISCORD.matcher(seat.value());
        return discord.matches() ? new Ours("<@" + discord.group(1) + ">") : guest(seat.value());
    }

    private static Ours guest(String id) {
        String last = id.substring(Math.max(0, id.length() - LAST_SIGNS));
        return new Ours(Text.safe("web-" + last, 4 + LAST_SIGNS));
    }

    static Ours brief(String foreign, int most) {
        return new Ours(Text.safe(foreign, most));
    }
}
