package dev.downbeat.bot.cards;

import dev.downbeat.bot.words.Sentences;
import dev.downbeat.bot.words.Words;
import dev.downbeat.party.Mode;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.QueueItem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A page of the queue as text; within Discord's 2,000 characters for any titles. */
public final class QueueText {
    /**
     * Ten names of at most {@value #LONGEST_NAME} code points, each perhaps escaped, and who asked.
     */
    static final int PER_PAGE = 10;

    private static final int LONGEST_NAME = 50;

    private QueueText() {}

    /**
     * @param page counted from 1
     */
    public static String page(PartyView view, int page, Words words) {
        List<QueueItem> queue = view.queue();
        if (queue.isEmpty()) {
            return words.say("queue.empty");
        }
        int pages = (queue.size() + PER_PAGE - 1) / PER_PAGE;
        if (page > pages) {
            return words.say("queue.no_page", page, pages);
        }
        int first = (page - 1) * PER_PAGE;
        return IntStream.range(first, Math.min(queue.size(), first + PER_PAGE))
                .mapToObj(index -> line(queue.get(index), index + 1, words))
                .collect(
                        Collectors.joining(
                                "\n",
                                words.say("queue.title", page, pages) + "\n",
                                whenHeard(view, words)));
    }

    /** A party that follows a player plays its queue only where the player leads to nothing. */
    private static String whenHeard(PartyView view, Words words) {
        if (view.prospect().queueWaits()) {
            return "\n" + howItStarts(view, words);
        }
        if (view.mode() == Mode.QUEUE) {
            return "";
        }
        String key = view.prospect().queueLeads() ? "queue.heard_now" : "queue.heard_aside";
        return "\n" + words.say(key);
    }

    /** What a person does in silence; a new track starts the queue only where the queue leads. */
    static String howItStarts(PartyView view, Words words) {
        return words.say(
                view.prospect().queueLeads() ? "queue.waits_for_any" : "queue.waits_for_resume");
    }

    private static String line(QueueItem item, int number, Words words) {
        return words.say(
                "queue.item",
                number,
                Names.brief(Sentences.name(item.track()), LONGEST_NAME),
                item.track().duration(),
                Names.seat(item.by()));
    }
}
