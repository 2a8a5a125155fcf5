package dev.downbeat.engine.web.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.downbeat.party.Party;
import dev.downbeat.party.PartyId;
import dev.downbeat.party.SeatId;
import dev.downbeat.party.Wish;
import dev.downbeat.party.WishId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/**
 * Which wish a key was first used for, so that one key never stands for two. In memory, for a
 * little longer than the party remembers the answers; 50,000 keys. Any thread may call.
 */
public final class WishKeys {
    private static final int MOST = 50_000;

    /** The party counts from its answer, which may come half a minute after the question. */
    private static final Duration LIFE = Party.WISH_MEMORY.plusSeconds(30);

    private final Cache<Key, String> prints;

    private record Key(PartyId party, SeatId who, WishId id) {}

    WishKeys(LongSupplier nanos) {
        this.prints =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(LIFE)
                        .ticker(nanos::getAsLong)
                        .build();
    }

    /** False when the key was used for another wish before. */
    public boolean fits(PartyId party, SeatId who, WishId id, Wish wish) {
        String print = print(wish);
        return prints.get(new Key(party, who, id), _ -> print).equals(print);
    }

    private static String print(Wish wish) {
        try {
            byte[] words = wish.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java lacks SHA-256", missing);
        }
    }
}
