package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Sentences;
import dev.downbeat.bot.words.Words;
import dev.downbeat.engine.parties.Notes;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Note;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.SeatId;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a party tells everybody unasked: one message in each channel that shows its card, in that
 * server's language, pinging nobody. Any thread may call; no call waits for Discord.
 */
public final class CardNotes implements Notes {
    private static final Logger LOG = LoggerFactory.getLogger(CardNotes.class);

    /** News that Discord takes later than this is none any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Parties parties;
    private final JDA jda;

    public CardNotes(Parties parties, JDA jda) {
        this.parties = parties;
        this.jda = jda;
    }

    @Override
    public void tell(PartyId party, SeatId who, Note note) {
        parties.find(party).map(PartyHost::view).stream()
                .flatMap(this::channels)
                .forEach(channel -> send(channel, note));
    }

    private Stream<GuildMessageChannel> channels(PartyView view) {
        return view.places().stream()
                .map(CardPlace::of)
                .flatMap(Optional::stream)
                .map(CardPlace::channel)
                .distinct()
                .flatMap(
                        id -> Stream.ofNullable(jda.getChannelById(GuildMessageChannel.class, id)));
    }

    private static void send(GuildMessageChannel channel, Note note) {
        Words words = Words.in(Language.of(channel.getGuild().getLocale()));
        try {
            channel.sendMessage(Sentences.of(note, words))
                    .setAllowedMentions(List.of())
                    .timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .queue(_ -> {}, fault -> LOG.debug("Not told: {}", fault.toString()));
        } catch (InsufficientPermissionException _) {
            LOG.debug("A channel that shows a card takes no message");
        }
    }
}
