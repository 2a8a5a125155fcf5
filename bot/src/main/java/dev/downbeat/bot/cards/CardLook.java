package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Language;
import dev.downbeat.bot.words.Words;
import dev.downbeat.party.PartyView;

import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

import java.util.ArrayList;
import java.util.List;

/** A card as Discord's components: text first, then buttons that say what they do. */
final class CardLook {
    private CardLook() {}

    static Container of(PartyView view, Around around, Language language) {
        Words words = Words.in(language);
        List<ContainerChildComponent> parts = new ArrayList<>();
        parts.add(TextDisplay.of(CardText.of(view, around, words)));
        for (List<CardButton.Action> row : CardButton.rows(view)) {
            parts.add(
                    ActionRow.of(row.stream().map(action -> button(view, action, words)).toList()));
        }
        return Container.of(parts);
    }

    /** While nobody serves the party: words only. */
    static Container off(Language language) {
        return Container.of(TextDisplay.of(Words.in(language).say("card.off")));
    }

    private static Button button(PartyView view, CardButton.Action action, Words words) {
        String id = new CardButton(view.id(), action, view.revision()).customId();
        return Button.of(style(action), id, words.say("button." + action.word()));
    }

    private static ButtonStyle style(CardButton.Action action) {
        return switch (action) {
            case PAUSE, RESUME -> ButtonStyle.PRIMARY;
            case STOP -> ButtonStyle.DANGER;
            case SKIP, PREVIOUS, QUEUE, LINK -> ButtonStyle.SECONDARY;
        };
    }
}
