package dev.downbeat.bot.cards;

import dev.downbeat.party.PartyId;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One press of a card's button, as its custom id says: all that is needed after a restart.
 *
 * @param revision of the view that the card showed
 */
record CardButton(PartyId party, Action action, long revision) {
    private static final Pattern FORM =
            Pattern.compile("downbeat:([a-z]{1,16}):(\\d{1,19}):([\\w-]{1,60})");

    /** What a button does. */
    enum Action {
        PAUSE,
        RESUME,
        SKIP,
        PREVIOUS,
        STOP,
        QUEUE,
        LINK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Pressed for another track than the one that plays now, these would do harm. */
        boolean isAboutTheTrack() {
            return this == SKIP || this == PREVIOUS;
        }
    }

    /** Within Discord's 100 characters. */
    String customId() {
        return "downbeat:" + action.word() + ":" + revision + ":" + party.value();
    }

    /** Empty for what is not ours. */
    static Optional<CardButton> parse(String customId) {
        Matcher form = FORM.matcher(customId);
        if (!form.matches()) {
            return Optional.empty();
        }
        for (Action action : Action.values()) {
            if (action.word().equals(form.group(1))) {
                return Optional.of(
                        new CardButton(
                                new PartyId(form.group(3)), action, Long.parseLong(form.group(2))));
            }
        }
        return Optional.empty();
    }

    /** The buttons that make sense for this view, in reading order, at most five to a row. */
    static List<List<Action>> rows(PartyView view) {
        if (view.ended()) {
            return List.of();
        }
        boolean isSilent = view.timeline() instanceof Timeline.Silent;
        List<Action> music = new ArrayList<>();
        switch (view.timeline()) {
            case Timeline.Silent() -> {
                if (view.prospect().resumes()) {
                    music.add(Action.RESUME);
                }
            }
            case Timeline.Playing _, Timeline.Buffering _ -> music.add(Action.PAUSE);
            case Timeline.Paused _ -> music.add(Action.RESUME);
        }
        if (view.prospect().skips()) {
            music.add(Action.SKIP);
        }
        if (view.prospect().goesBack()) {
            music.add(Action.PREVIOUS);
        }
        if (!isSilent) {
            music.add(Action.STOP);
        }
        List<Action> more = List.of(Action.QUEUE, Action.LINK);
        return music.isEmpty() ? List.of(more) : List.of(List.copyOf(music), more);
    }
}
