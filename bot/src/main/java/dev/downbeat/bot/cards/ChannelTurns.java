package dev.downbeat.bot.cards;

import java.util.HashSet;
import java.util.Set;

/** One at a time in each channel. Any thread may call; a call waits for its turn. */
final class ChannelTurns {
    private final Set<Long> taken = new HashSet<>();

    void take(long channel, Runnable task) {
        await(channel);
        try {
            task.run();
        } finally {
            giveBack(channel);
        }
    }

    private synchronized void await(long channel) {
        while (!taken.add(channel)) {
            try {
                wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a turn");
            }
        }
    }

    private synchronized void giveBack(long channel) {
        taken.remove(channel);
        notifyAll();
    }
}
