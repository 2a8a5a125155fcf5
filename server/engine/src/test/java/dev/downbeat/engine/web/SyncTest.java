package dev.downbeat.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.HostLink;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Outcome;
import dev.downbeat.party.PartyView;
import dev.downbeat.party.Search;
import dev.downbeat.party.Timeline;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;
import dev.downbeat.protocol.ClientMessage;
import dev.downbeat.protocol.ServerMessage;
import dev.downbeat.protocol.WireChange;
import dev.downbeat.protocol.WireCommand;
import dev.downbeat.protocol.WireTrack;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

final class SyncTest extends SomebodyElse {
    private static final WireTrack TRACK = new WireTrack("Song", "Band", "Album", 200_000);

    private static ClientMessage.Report report(long seq, String status) {
        return new ClientMessage.Report(
                seq, 1000.0 + seq, TRACK, status, 30_000, true, 1, "local player");
    }

    private void awaitView(Predicate<PartyView> which) throws Exception {
        CompletableFuture<PartyView> seen = new CompletableFuture<>();
        try (AutoCloseable _ = world.parties.watch(view -> complete(seen, view, which))) {
            world.parties.hostedBy(seat).ifPresent(it -> complete(seen, it.view(), which));
            seen.get(20, TimeUnit.SECONDS);
        }
    }

    private void complete(
            CompletableFuture<PartyView> seen, PartyView view, Predicate<PartyView> which) {
        if (view.host().equals(seat) && which.test(view)) {
            seen.complete(view);
        }
    }

    @Test
    void helloTellsWhatTheCompanionNeeds() {
        Line line = new Line(world, token);
        line.say(new ClientMessage.Hello(1, 7, "test"));

        ServerMessage.Hello hello = awaited(line);

        assertEquals(1, hello.protocol());
        assertEquals("4711", hello.discordApplicationId());
        assertEquals(world.clock.epoch(), hello.epoch());
        assertEquals("Mila", hello.account());
    }

    private static ServerMessage.Hello awaited(Line line) {
        try {
            return line.await(ServerMessage.Hello.class);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPingComesBackWithTwoStamps() throws InterruptedException {
        Line line = Line.greeted(world, token);
        line.say(new ClientMessage.Ping(7, 12.5, 0, -1));

        ServerMessage.Pong pong = line.await(ServerMessage.Pong.class);

        assertEquals(7, pong.id());
        assertEquals(12.5, pong.clientTime());
        assertTrue(pong.sentAt() >= pong.receivedAt());
    }

    @Test
    void whoHostsHasAPartyAndWhatThePlayerPlaysIsHeard() throws InterruptedException {
        Line line = hosting();
        line.say(report(1, "playing"));

        ServerMessage.PlaybackState state =
                line.await(ServerMessage.PlaybackState.class, it -> it.state().equals("playing"));

        assertEquals("Song", state.track().title());
        assertEquals("jukebox", state.source());
        assertTrue(state.host());
    }

    @Test
    void aReportBeforeHostIsTroubleButNoEnd() throws InterruptedException {
        Line line = Line.greeted(world, token);
        line.say(report(1, "playing"));

        assertEquals("not_hosting", line.await(ServerMessage.Trouble.class).code());
        line.say(new ClientMessage.Ping(1, 1, 0, -1));
        assertEquals(1, line.await(ServerMessage.Pong.class).id());
    }

    @Test
    void aWishIsAnsweredOnceItIsDone() throws InterruptedException {
        Line line = hosting();
        line.say(new ClientMessage.PlaylistChange("w1", new WireChange("add", "some song", 0, 0)));
        line.say(new ClientMessage.Command("w2", new WireCommand("dance", 0)));

        var first = line.await(ServerMessage.RequestUpdate.class);
        var second = line.await(ServerMessage.RequestUpdate.class);

        var unknown = first.id().equals("w2") ? first : second;
        var added = first.id().equals("w1") ? first : second;
        assertEquals("done", added.state());
        assertEquals("bad_request", unknown.code());
    }

    @Test
    void aPlayerThatStaysPausedIsKnownToTheNextPartyToo() throws Exception {
        Line line = hosting();
        line.say(report(1, "paused"));
        awaitView(view -> view.timeline() instanceof Timeline.Paused);
        PartyHost first = world.parties.hostedBy(seat).orElseThrow();
        end(first);

        PartyHost second = world.parties.start(seat, "Mila", Mode.FOLLOW);
        line.say(new ClientMessage.Ping(1, 1, 0, -1));

        awaitView(view ->
                view.id().equals(second.id()) && view.timeline() instanceof Timeline.Paused);
    }

    @Test
    void aMissingTrackIsAskedForAgainOnceItsHostAllowsUploads() throws Exception {
        Line line = Line.greeted(world, token);
        line.say(new ClientMessage.Host(false));
        missOneSong(line);
        awaitAsking(() -> line.say(new ClientMessage.Host(true)));
        awaitView(view -> view.search() instanceof Search.NotFound);
    }

    @Test
    void whetherACompanionMayLendFilesIsKnownWhileItHosts() throws Exception {
        assertFalse(world.companions.keepsFiles(seat));
        Line line = Line.greeted(world, token);

        line.say(new ClientMessage.Host(false));
        world.await("a companion that lends nothing", () -> world.companions.keepsFiles(seat));

        line.say(new ClientMessage.Host(true));
        world.await("a companion that lends", () -> !world.companions.keepsFiles(seat));
    }

    @Test
    void aMissingTrackIsAskedForAgainOnceACompanionThatLendsIsBack() throws Exception {
        Line line = hosting();
        missOneSong(line);
        line.socket().abort();
        awaitView(view -> view.hostLink() == HostLink.LOST);

        Line back = Line.greeted(world, token);
        awaitAsking(() -> back.say(new ClientMessage.Host(true)));
        awaitView(view -> view.search() instanceof Search.NotFound);
    }

    private void missOneSong(Line line) throws Exception {
        line.say(
                new ClientMessage.Report(
                        1,
                        1001.0,
                        new WireTrack("no such song", "Band", "", 200_000),
                        "playing",
                        30_000,
                        true,
                        1,
                        "local player"));
        awaitView(view -> view.search() instanceof Search.NotFound);
    }

    private void awaitAsking(Runnable act) throws Exception {
        CompletableFuture<PartyView> again = new CompletableFuture<>();
        try (AutoCloseable _ =
                world.parties.watch(view ->
                        complete(again, view, it -> it.search() instanceof Search.Asking))) {
            act.run();
            again.get(20, TimeUnit.SECONDS);
        }
    }

    private void end(PartyHost party) throws Exception {
        Outcome _ =
                party.ask(seat, new WishId("end"), new Wish.End())
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
    }

    @Test
    void afterThePartyReportsAreNoTroubleAndSayingHostAgainStartsNone() throws Exception {
        Line line = hosting();
        end(world.parties.hostedBy(seat).orElseThrow());
        line.await(
                ServerMessage.PlaybackState.class,
                it -> it.party().isEmpty() || it.state().equals("ended"));

        line.say(report(1, "playing"));
        line.say(new ClientMessage.Host(false));
        line.say(new ClientMessage.Ping(1, 1, 0, -1));

        ServerMessage answer =
                line.await(
                        ServerMessage.class,
                        it ->
                                it instanceof ServerMessage.Trouble
                                        || it instanceof ServerMessage.Pong);
        assertTrue(answer instanceof ServerMessage.Pong, answer.toString());
        assertTrue(world.parties.hostedBy(seat).isEmpty());

        PartyHost next = world.parties.start(seat, "Mila", Mode.FOLLOW);
        line.say(report(2, "playing"));
        awaitView(
                view -> view.id().equals(next.id()) && view.timeline() instanceof Timeline.Playing);
    }

    @Test
    void aCutLineLosesTheHostAtOnce() throws Exception {
        Line line = hosting();
        line.say(report(1, "playing"));
        awaitView(view -> view.hostLink() == HostLink.PRESENT);

        line.socket().abort();

        awaitView(view -> view.hostLink() == HostLink.LOST);
    }

    @Test
    void aGoodbyeLosesNobody() throws Exception {
        Line line = hosting();
        line.say(report(1, "playing"));
        awaitView(view -> view.hostLink() == HostLink.PRESENT);

        line.say(new ClientMessage.Bye());

        assertEquals(1000, line.awaitClose());
        awaitView(view -> view.hostLink() != HostLink.PRESENT);
    }

    @Test
    void theNewerCompanionTakesOver() throws Exception {
        Line older = hosting();
        Line newer = hosting();

        older.await(ServerMessage.Superseded.class);
        assertEquals(4409, older.awaitClose());
        newer.say(report(1, "playing"));
        newer.await(ServerMessage.PlaybackState.class, it -> it.state().equals("playing"));
        awaitView(view -> view.hostLink() == HostLink.PRESENT);
    }
}
