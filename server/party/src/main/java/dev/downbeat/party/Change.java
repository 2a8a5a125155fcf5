package dev.downbeat.party;

import java.time.Instant;
import java.util.List;

/**
 * What somebody did to the queue, with what is needed to take it back.
 *
 * @param number counted from 1 in the party
 */
public record Change(long number, SeatId by, Instant at, What what) {
    /** A kind of change. */
    public sealed interface What {
        /** How many items it holds on to. */
        default int weight() {
            return 1;
        }
    }

    public record Added(ItemId item) implements What {}

    /**
     * @param items in the order in which they stood
     */
    public record Removed(List<Spot> items) implements What {
        public Removed {
            items = List.copyOf(items);
        }

        @Override
        public int weight() {
            return items.size();
        }
    }

    /**
     * @param from where it stood before, counted from 0
     */
    public record Moved(ItemId item, int from) implements What {}

    public record Shuffled(List<ItemId> before) implements What {
        public Shuffled {
            before = List.copyOf(before);
        }

        @Override
        public int weight() {
            return before.size();
        }
    }

    /** An item and where it stood, counted from 0. */
    public record Spot(QueueItem item, int index) {}
}
