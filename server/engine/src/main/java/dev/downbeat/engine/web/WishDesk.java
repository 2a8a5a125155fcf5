package dev.downbeat.engine.web;

import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.PartyAnswers.WishDone;
import dev.downbeat.engine.web.sync.WishKeys;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Puts a caller's wish to a party and waits for its final answer. */
final class WishDesk {
    /** Longer than any source may take for a typed query. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final int LONGEST_KEY = 128;

    private final WishKeys keys;

    WishDesk(WishKeys keys) {
        this.keys = keys;
    }

    /**
     * A repeat with the same {@code Idempotency-Key} gets the first one's answer; another wish with
     * that key is refused.
     */
    WishDone ask(Call call, PartyHost party, Wish wish) throws InterruptedException {
        String key = call.header("Idempotency-Key").orElseGet(() -> UUID.randomUUID().toString());
        if (key.length() > LONGEST_KEY) {
            throw WebFault.of(Fault.BAD_REQUEST, "Idempotency-Key has at most 128 characters.");
        }
        WishId id = new WishId(key);
        if (!keys.fits(party.id(), call.seat(), id, wish)) {
            throw WebFault.of(Fault.KEY_REUSED);
        }
        return switch (answer(party, call, id, wish)) {
            case Outcome.Done(var note) ->
                    new WishDone(
                            "done",
                            NoteSentences.code(note),
                            NoteSentences.of(note).in(call.language()));
            case Outcome.Refused(var note) -> throw refusal(note);
        };
    }

    private static Outcome answer(PartyHost party, Call call, WishId id, Wish wish)
            throws InterruptedException {
        try {
            return party.ask(call.seat(), id, wish)
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw WebFault.later(Fault.BUSY, 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a wish is always answered", e);
        }
    }

    private static WebFault refusal(Note note) {
        if (note instanceof Note.Busy) {
            return WebFault.later(Fault.BUSY, 1);
        }
        if (note instanceof Note.NotSaved) {
            return WebFault.later(Fault.NOT_SAVED, Problems.UNTIL_SAVED);
        }
        Fault fault = isAboutRights(note) ? Fault.FORBIDDEN : Fault.REFUSED;
        return WebFault.of(fault, NoteSentences.code(note), NoteSentences.of(note));
    }

    private static boolean isAboutRights(Note note) {
        return note instanceof Note.OnlyHost
                || note instanceof Note.OnlyHostOrDj
                || note instanceof Note.OnlyHostOrRequester
                || note instanceof Note.OnlyListeners;
    }
}
