package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.CardBoard;
import dev.downbeat.bot.cards.Names;
import dev.downbeat.bot.voice.VoicePlace;
import dev.downbeat.bot.words.Words.Ours;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

import java.util.Optional;

/** Starts a party, or brings the one that the host has into another server or channel. */
final class PartyStart {
    private final Parties parties;
    private final CardBoard cards;
    private final PartyFinder finder;
    private final Optional<String> encryptionLacking;

    /**
     * @param encryptionLacking why no voice may be joined at all; empty when it may
     */
    PartyStart(
            Parties parties,
            CardBoard cards,
            PartyFinder finder,
            Optional<String> encryptionLacking) {
        this.parties = parties;
        this.cards = cards;
        this.finder = finder;
        this.encryptionLacking = encryptionLacking;
    }

    String run(Request request) {
        if (encryptionLacking.isPresent()) {
            return request.say("party.encryption_required", encryptionLacking.get());
        }
        OptionMapping named = request.event().getOption("channel");
        if (named != null && !named.getAsChannel().getType().isAudio()) {
            return request.say("party.not_voice", new Ours(named.getAsChannel().getAsMention()));
        }
        Optional<AudioChannel> voice = voice(request);
        if (voice.isEmpty()) {
            return request.say("party.join_voice_first");
        }
        return otherHere(request)
                .or(() -> Admission.toVoice(voice.get(), request.words()))
                .or(() -> Admission.toCards(text(request), request.words()))
                .orElseGet(() -> start(request, voice.get()));
    }

    private static GuildMessageChannel text(Request request) {
        return request.event().getGuildChannel();
    }

    private static Optional<AudioChannel> voice(Request request) {
        OptionMapping named = request.event().getOption("channel");
        if (named != null) {
            return Optional.of(named.getAsChannel().asAudioChannel());
        }
        return Optional.of(request.member())
                .map(Member::getVoiceState)
                .map(state -> state.getChannel());
    }

    /** A bot has one voice in a server, so there is one party. */
    private Optional<String> otherHere(Request request) {
        long guild = request.guild().getIdLong();
        return finder.in(guild)
                .filter(party -> !party.view().host().equals(request.seat()))
                .flatMap(party -> PartyFinder.placeIn(guild, party))
                .map(place -> request.say("party.other_here", Names.channel(place.channel())));
    }

    private String start(Request request, AudioChannel voice) {
        Mode mode = request.text("source", "player").equals("queue") ? Mode.QUEUE : Mode.FOLLOW;
        long guild = request.guild().getIdLong();
        String name = request.member().getEffectiveName();
        PartyHost party = parties.start(request.seat(), name, mode);
        VoicePlace place = new VoicePlace(guild, voice.getIdLong());
        Optional<VoicePlace> before = PartyFinder.placeIn(guild, party);
        request.ask(party, request.seat(), new Wish.Attach(place.place()));
        before.filter(old -> !old.equals(place))
                .ifPresent(old -> request.ask(party, request.seat(), new Wish.Detach(old.place())));
        if (party.view().mode() != mode && request.event().getOption("source") != null) {
            request.ask(party, request.seat(), new Wish.SetMode(mode));
        }
        cards.post(party, text(request));
        String key = mode == Mode.QUEUE ? "party.started.queue" : "party.started.player";
        return request.say(key, new Ours(voice.getAsMention()));
    }
}
