package dev.downbeat.localdiscord.voice;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens packets of {@code aead_aes256_gcm_rtpsize}: the RTP header is authenticated, the last four
 * bytes are the nonce. For one thread.
 */
final class Transport {
    static final String MODE = "aead_aes256_gcm_rtpsize";
    static final int KEY_BYTES = 32;
    private static final int HEADER = 12;
    private static final int COUNTER = 4;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final Cipher cipher;

    Transport(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }

    /** The payload, or empty when it was not made with our key; the position stays at 0. */
    Optional<byte[]> open(ByteBuffer packet) {
        int length = packet.limit();
        if (length < HEADER + TAG + COUNTER) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE];
        packet.get(length - COUNTER, nonce, 0, COUNTER);
        ByteBuffer payload = ByteBuffer.allocate(length - HEADER - TAG - COUNTER);
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(packet.slice(0, HEADER));
            cipher.doFinal(packet.slice(HEADER, length - HEADER - COUNTER), payload);
            return Optional.of(payload.array());
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
