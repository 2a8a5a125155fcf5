package dev.downbeat.party;

import static dev.downbeat.party.Stageplay.GUEST;
import static dev.downbeat.party.Stageplay.HOST;

import java.time.Duration;
import java.util.Random;

/** Who might be at a party, where, and what they might wish. */
final class RandomPeople {
    private final Random random;

    RandomPeople(Random random) {
        this.random = random;
    }

    Wish wish() {
        Place place = place();
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3 -> new Wish.Pause();
            case 4, 5, 6, 7 -> new Wish.Resume();
            case 8, 9 -> new Wish.Seek(Duration.ofSeconds(random.nextInt(-10, 260)));
            case 10, 11 -> new Wish.SeekBy(Duration.ofSeconds(random.nextLong()));
            case 12, 13, 14 -> new Wish.Skip();
            case 15, 16 -> new Wish.Previous();
            case 17 -> new Wish.Stop();
            case 18, 19 -> new Wish.Remove(new ItemId(random.nextInt(20)));
            case 20, 21 -> new Wish.Move(new ItemId(random.nextInt(20)), random.nextInt(-3, 20));
            case 22 -> new Wish.SetMode(random.nextBoolean() ? Mode.FOLLOW : Mode.QUEUE);
            case 23, 24 -> new Wish.Attach(place);
            case 25 -> new Wish.Detach(place);
            case 26 -> new Wish.Silence(place);
            case 30 -> new Wish.Clear();
            case 31 -> new Wish.ClearOf(person());
            case 32 -> new Wish.Shuffle(random.nextLong());
            case 33, 34 -> new Wish.Undo();
            case 28 -> new Wish.Grant(person(), Duration.ofSeconds(random.nextInt(-5, 90)));
            case 29 -> new Wish.Withdraw(person());
            case 27 -> random.nextInt(4) == 0 ? new Wish.End() : new Wish.Pause();
            default -> new Wish.Play(new TrackRequest.Typed("q"));
        };
    }

    SeatId who() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> HOST;
            case 2 -> GUEST;
            default -> person();
        };
    }

    SeatId person() {
        return new SeatId("discord:" + (1 + random.nextInt(5)));
    }

    Place place() {
        return new Place("discord-voice", "g:" + random.nextInt(3));
    }
}
