package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.engine.web.Fault;
import dev.downbeat.engine.web.Language;
import dev.downbeat.engine.web.NoteSentences;
import dev.downbeat.engine.web.Sentence;
import dev.downbeat.party.Note;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;
import dev.downbeat.protocol.ServerMessage;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Passes the wishes of one socket to the party and says what became of each. */
final class WishTalk {
    private static final int LONGEST_ID = 128;

    private final Consumer<ServerMessage> line;
    private final Language language;
    private final WishKeys keys;

    WishTalk(Consumer<ServerMessage> line, Language language, WishKeys keys) {
        this.line = line;
        this.language = language;
        this.keys = keys;
    }

    /**
     * @param wish empty when the words meant none
     */
    void ask(Optional<PartyHost> party, SeatId seat, String id, Optional<Wish> wish) {
        if (id.isBlank() || id.length() > LONGEST_ID || wish.isEmpty()) {
            refuse(id, "bad_request", "This wish is not understood.", "Желание непонятно.");
        } else if (party.isEmpty()) {
            refuse(id, "no_party", "You are in no party.", "Вы не на вечеринке.");
        } else if (!keys.fits(party.get().id(), seat, new WishId(id), wish.get())) {
            refuse(id, Fault.KEY_REUSED.code(), Fault.KEY_REUSED.sentence());
        } else {
            CompletionStage<Void> _ =
                    party.get()
                            .ask(seat, new WishId(id), wish.get())
                            .thenAccept(outcome -> answer(id, outcome));
        }
    }

    private void answer(String id, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var note) -> answer(id, "done", note);
            case Outcome.Refused(var note) -> answer(id, "refused", note);
        }
    }

    private void answer(String id, String state, Note note) {
        String text = NoteSentences.of(note).in(language);
        line.accept(new ServerMessage.RequestUpdate(id, state, NoteSentences.code(note), text));
    }

    private void refuse(String id, String code, String english, String russian) {
        refuse(id, code, new Sentence(english, russian));
    }

    private void refuse(String id, String code, Sentence why) {
        line.accept(new ServerMessage.RequestUpdate(id, "refused", code, why.in(language)));
    }
}
