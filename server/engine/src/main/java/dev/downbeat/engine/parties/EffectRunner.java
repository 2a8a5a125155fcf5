package dev.downbeat.engine.parties;

import dev.downbeat.party.PartyEffect;
import dev.downbeat.party.PartyInput;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.PlaybackId;
import dev.downbeat.party.Resolution;
import dev.downbeat.party.Timeline;

/**
 * Runs the effects of one party on its thread, without waiting: questions to sources go to threads
 * of their own and answer through the inbox.
 */
final class EffectRunner {
    private final Surroundings around;
    private final Resolver resolver;
    private final Inbox inbox;
    private final OpenWishes wishes;

    EffectRunner(Surroundings around, Resolver resolver, Inbox inbox, OpenWishes wishes) {
        this.around = around;
        this.resolver = resolver;
        this.inbox = inbox;
        this.wishes = wishes;
    }

    /**
     * @param view of the party after the events that came with the effect
     */
    void run(PartyEffect effect, HostPlayers.EffectId id, PartyView view) {
        FrameOutput output = around.output();
        switch (effect) {
            case PartyEffect.Resolve resolve -> ask(resolve, view);
            case PartyEffect.Prepare(var track) -> output.prepare(view.id(), track);
            case PartyEffect.Play(var play, var track, var from, var at) ->
                    output.play(view.id(), play, track, from, at, keepsTime(play, view));
            case PartyEffect.Shift(var play, var by) -> output.shift(view.id(), play, by);
            case PartyEffect.Stop(var play) -> output.stop(view.id(), play);
            case PartyEffect.Command(var host, var command) ->
                    around.players().command(id, host, command);
            case PartyEffect.Answer(var who, var wish, var outcome) ->
                    wishes.answer(who, wish, outcome);
            case PartyEffect.Tell(var who, var note) -> around.notes().tell(view.id(), who, note);
            case PartyEffect.Close _ -> close(view);
        }
    }

    /** A timeline that runs already, as the host's player does, does not wait for its sound. */
    private static boolean keepsTime(PlaybackId play, PartyView view) {
        return view.timeline() instanceof Timeline.Playing playing && playing.id().equals(play);
    }

    private void ask(PartyEffect.Resolve resolve, PartyView view) {
        var inquiry =
                new Resolver.Inquiry(
                        view.id(),
                        view.host(),
                        resolve.who(),
                        resolve.what(),
                        (source, eta) ->
                                inbox.offer(new PartyInput.Awaited(resolve.id(), source, eta)));
        Thread.startVirtualThread(() -> {
            try {
                Resolution answer = resolver.resolve(inquiry);
                inbox.put(new PartyInput.Resolved(resolve.id(), answer));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void close(PartyView view) {
        around.output().close(view.id());
        around.files().forget(view.id());
        around.log().over(view.id());
    }
}
