package dev.downbeat.bot.words;

import dev.downbeat.party.Note;

import java.util.stream.Collectors;

/** The sentence that several tracks fit what was typed, with a few of them. */
final class Several {
    private static final int LONGEST_NAME = 80;

    private Several() {}

    static String of(Note.Several several, Words words) {
        String example = Text.safe(several.first().getFirst(), LONGEST_NAME);
        String names =
                several.first().stream()
                        .map(name -> "\n- " + Text.safe(name, LONGEST_NAME))
                        .collect(Collectors.joining());
        int more = several.count() - several.first().size();
        return words.say(
                        "note.several",
                        Sentences.name(several.what()),
                        several.count(),
                        new Words.Ours(example))
                + names
                + (more > 0 ? "\n- " + words.say("card.more", more) : "");
    }
}
