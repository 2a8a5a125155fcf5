package dev.downbeat.bot.commands;

import dev.downbeat.bot.cards.CardBoard;
import dev.downbeat.bot.cards.Names;
import dev.downbeat.bot.voice.VoicePlace;
import dev.downbeat.bot.words.Words.Ours;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Wish;

import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.AudioChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

import java.util.List;
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
        return otherHere(request).orElseGet(() -> startIfPossible(request));
    }

    private String startIfPossible(Request request) {
        OptionMapping named = request.event().getOption("channel");
        if (named != null && !named.getAsChannel().getType().isAudio()) {
            return request.say("party.not_voice", new Ours(named.getAsChannel().getAsMention()));
        }
        Optional<AudioChannel> voice = voice(request);
        if (voice.isEmpty()) {
            return request.say("party.join_voice_first");
        }
        return Admission.toVoice(voice.get(), request.words())
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
        VoicePlace place = new VoicePlace(request.guild().getIdLong(), voice.getIdLong());
        return parties.hostedBy(request.seat())
                .map(party -> bring(request, party, place))
                .orElseGet(() -> begin(request, place));
    }

    private String begin(Request request, VoicePlace place) {
        Mode mode = mode(request).orElse(Mode.FOLLOW);
        String name = request.member().getEffectiveName();
        PartyHost party = parties.start(request.seat(), name, mode);
        request.ask(party, request.seat(), new Wish.Attach(place.place()));
        cards.post(party, text(request));
        return request.say(started(mode, party), Names.channel(place.channel()));
    }

    private static String started(Mode mode, PartyHost party) {
        boolean isLinked = party.view().hostLink() == HostLink.PRESENT;
        return switch (mode) {
            case QUEUE -> "party.started.queue";
            case FOLLOW -> isLinked ? "party.started.player" : "party.started.player.unlinked";
        };
    }

    /** Where the party plays in that server already, it moves: a bot has one voice there. */
    private String bring(Request request, PartyHost party, VoicePlace place) {
        List<VoicePlace> before =
                party.view().places().stream()
                        .flatMap(known -> VoicePlace.of(known).stream())
                        .toList();
        request.ask(party, request.seat(), new Wish.Attach(place.place()));
        before.stream()
                .filter(old -> old.guild() == place.guild() && !old.equals(place))
                .forEach(old -> request.ask(party, request.seat(), new Wish.Detach(old.place())));
        String lead =
                mode(request)
                        .filter(mode -> mode != party.view().mode())
                        .map(mode ->
                                " " + request.ask(party, request.seat(), new Wish.SetMode(mode)))
                        .orElse("");
        cards.post(party, text(request));
        return request.say(brought(before, place), Names.channel(place.channel())) + lead;
    }

    private static String brought(List<VoicePlace> before, VoicePlace place) {
        if (before.contains(place)) {
            return "party.brought.again";
        }
        boolean isElsewhere = before.stream().anyMatch(old -> old.guild() != place.guild());
        return isElsewhere ? "party.brought.also" : "party.brought";
    }

    /** What the asker named, if anything. */
    private static Optional<Mode> mode(Request request) {
        return Optional.of(request.text("source", ""))
                .filter(source -> !source.isEmpty())
                .map(source -> source.equals("queue") ? Mode.QUEUE : Mode.FOLLOW);
    }
}
