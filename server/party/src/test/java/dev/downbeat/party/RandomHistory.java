package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.GUEST;
import static dev.downbeat.party.Stageplay.HOST;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * One party's life by a seed: people, a player, sources and a sound side that answer late, twice,
 * out of order or not at all, and kills. Every step goes through {@link CheckedParty}.
 */
final class RandomHistory {
    private static final int STEPS = 150;

    private record Mail(Instant due, long order, PartyInput input) {}

    private final Random random;
    private final RandomPeople people;
    private final FakePlayer player;
    private final CheckedParty party;
    private final PriorityQueue<Mail> mail =
            new PriorityQueue<>(Comparator.comparing(Mail::due).thenComparingLong(Mail::order));
    private final List<PartyInput> old = new ArrayList<>();
    private Instant now = Stageplay.START;
    private boolean companionLives = true;
    private long order;
    private int wishes;

    RandomHistory(long seed) {
        random = new Random(seed);
        people = new RandomPeople(random);
        player =
                new FakePlayer(
                        random,
                        now,
                        1 + (random.nextDouble() - 0.5) / 2_000,
                        random.nextInt(3) * 60_000L);
        party = new CheckedParty(random.nextBoolean() ? Mode.FOLLOW : Mode.QUEUE, now);
    }

    /** The kinds of events that happened. */
    Set<Class<?>> run() {
        for (int step = 0; step < STEPS; step++) {
            pass(Duration.ofMillis(random.nextInt(2_000)));
            act();
        }
        drain();
        return party.kinds();
    }

    private void act() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> ask(people.who(), people.wish());
            case 6, 7, 8 -> movePlayer();
            case 9 -> repeatSomethingOld();
            case 10 -> repeatWish();
            case 11 -> contradict();
            case 12 -> companionLives = random.nextInt(3) > 0;
            case 13 -> send(new PartyInput.Gone(HOST, random.nextBoolean()));
            case 14 -> kill();
            case 16 -> send(new PartyInput.Lends(random.nextBoolean() ? HOST : GUEST));
            case 15 -> party.restoreShadow(random);
            case 17 -> comeAndGo();
            default -> report();
        }
    }

    private void comeAndGo() {
        Set<SeatId> there = new HashSet<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            there.add(people.person());
        }
        send(new PartyInput.Hears(people.place(), there));
    }

    private void pass(Duration time) {
        Instant until = now.plus(time);
        while (true) {
            Instant wake = party.wakeAt();
            Mail next = mail.peek();
            Instant due = next != null && next.due().isBefore(wake) ? next.due() : wake;
            if (due.isAfter(until)) {
                break;
            }
            now = due.isAfter(now) ? due : now;
            if (next != null && due.equals(next.due())) {
                mail.poll();
                send(next.input());
            } else {
                send(new PartyInput.TimePassed());
            }
        }
        now = until;
        player.advance(now);
    }

    private void send(PartyInput input) {
        old.add(input);
        party.send(input, now).forEach(this::run);
    }

    private void run(PartyEffect effect) {
        switch (effect) {
            case PartyEffect.Resolve resolve -> answer(resolve);
            case PartyEffect.Play play -> sound(play);
            case PartyEffect.Command command -> obey(command.command());
            case PartyEffect.Prepare _ -> {}
            case PartyEffect.Shift _ -> {}
            case PartyEffect.Stop _ -> {}
            case PartyEffect.Answer _ -> {}
            case PartyEffect.Tell _ -> {}
            case PartyEffect.Close _ -> {}
        }
    }

    private void post(int afterMillis, PartyInput input) {
        mail.add(new Mail(now.plusMillis(afterMillis), order++, input));
        if (random.nextInt(10) == 0) {
            mail.add(new Mail(now.plusMillis(afterMillis + random.nextInt(5_000)), order++, input));
        }
    }

    private void answer(PartyEffect.Resolve resolve) {
        Resolution answer =
                switch (random.nextInt(10)) {
                    case 0 -> new Resolution.NotFound();
                    case 1 -> new Resolution.Failed(Problem.SOURCE_UNAVAILABLE, "down");
                    default ->
                            new Resolution.Found(
                                    Stageplay.track(
                                            resolve.what() instanceof TrackRequest.Seen seen
                                                    ? seen.title()
                                                    : "q" + random.nextInt(50)));
                };
        if (random.nextInt(8) == 0) {
            post(50, new PartyInput.Awaited(resolve.id(), "upload", Duration.ofSeconds(3)));
        }
        if (random.nextInt(30) > 0) {
            post(random.nextInt(4_000), new PartyInput.Resolved(resolve.id(), answer));
        }
    }

    private void sound(PartyEffect.Play play) {
        int delay = random.nextInt(600);
        if (random.nextInt(8) == 0) {
            EndReason why =
                    random.nextBoolean()
                            ? new EndReason.Gone("upload_gone")
                            : new EndReason.Failed(Problem.NO_SOUND, "no frame");
            post(delay, new PartyInput.Ended(play.id(), why));
            return;
        }
        post(delay, new PartyInput.Sounding(play.id(), play.from(), now.plusMillis(delay + 60)));
        if (random.nextInt(20) > 0) {
            long left = play.track().duration().minus(play.from()).toMillis();
            post(
                    Math.clamp(left + delay, 0, 300_000),
                    new PartyInput.Ended(play.id(), new EndReason.Finished()));
        }
    }

    private void obey(PlayerCommand command) {
        if (random.nextInt(4) == 0) {
            return;
        }
        switch (command) {
            case PlayerCommand.Play _ -> player.set(Sighting.Status.PLAYING, now);
            case PlayerCommand.Pause _ -> player.set(Sighting.Status.PAUSED, now);
            case PlayerCommand.Seek seek ->
                    player.put(
                            player.title(),
                            Sighting.Status.PLAYING,
                            seek.to().toNanos() / 1_000,
                            now);
            case PlayerCommand.Next _ -> changeTrack();
            case PlayerCommand.Previous _ -> changeTrack();
        }
    }

    private void changeTrack() {
        player.put("t" + random.nextInt(6), Sighting.Status.PLAYING, 0, now);
    }

    private void movePlayer() {
        switch (random.nextInt(5)) {
            case 0 -> player.set(Sighting.Status.PAUSED, now);
            case 1 -> player.set(Sighting.Status.STOPPED, now);
            case 2 -> changeTrack();
            case 3 ->
                    player.put(
                            player.title(),
                            Sighting.Status.PLAYING,
                            random.nextInt(200) * 1_000_000L,
                            now);
            default -> player.set(Sighting.Status.PLAYING, now);
        }
        report();
    }

    private void report() {
        if (companionLives) {
            post(random.nextInt(100), new PartyInput.Reported(HOST, player.reading(now)));
            post(random.nextInt(3_000), new PartyInput.Alive(HOST));
        }
    }

    private void repeatSomethingOld() {
        if (!old.isEmpty()) {
            send(old.get(random.nextInt(old.size())));
        }
    }

    private void repeatWish() {
        party.anyWish(random).ifPresent(this::send);
    }

    /** Words about things that never were. */
    private void contradict() {
        long number = random.nextLong(-2, 60);
        switch (random.nextInt(4)) {
            case 0 ->
                    send(
                            new PartyInput.Resolved(
                                    new ResolveId(number),
                                    new Resolution.Found(Stageplay.track("never"))));
            case 1 -> send(new PartyInput.Ended(new PlaybackId(number), new EndReason.Finished()));
            case 2 ->
                    send(
                            new PartyInput.Sounding(
                                    new PlaybackId(number), Duration.ofSeconds(-5), Instant.MIN));
            default ->
                    send(
                            new PartyInput.Reported(
                                    HOST,
                                    new Sighting(
                                            Stageplay.seen("odd"),
                                            Sighting.Status.PLAYING,
                                            Duration.ofSeconds(random.nextLong()),
                                            random.nextBoolean(),
                                            Double.NaN,
                                            random.nextBoolean() ? now : Instant.MAX)));
        }
    }

    private void ask(SeatId who, Wish wish) {
        send(new PartyInput.Asked(who, new WishId("w" + wishes++), wish));
    }

    /** The process dies: what was on its way is lost, and the sound with it. */
    private void kill() {
        mail.removeIf(post ->
                switch (post.input()) {
                    case PartyInput.Resolved _ -> true;
                    case PartyInput.Awaited _ -> true;
                    case PartyInput.Sounding _ -> true;
                    case PartyInput.Ended _ -> true;
                    case PartyInput.Reported _ -> false;
                    case PartyInput.Alive _ -> false;
                    case PartyInput.Lends _ -> false;
                    case PartyInput.Gone _ -> false;
                    case PartyInput.Hears _ -> false;
                    case PartyInput.Asked _ -> false;
                    case PartyInput.TimePassed _ -> false;
                });
        now = now.plusMillis(random.nextInt(20_000));
        party.kill(random, now).forEach(this::run);
    }

    /** Whatever was asked is answered in the end. */
    private void drain() {
        pass(Duration.ofMinutes(3));
        party.checkAllAnswered(now);
    }
}
