package dev.downbeat.bot.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.dv8tion.jda.api.audio.AudioModuleConfig;
import net.dv8tion.jda.api.audio.dave.PassthroughDaveSessionFactory;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class VoiceEncryptionTest {
    private static int missing() {
        throw new ExceptionInInitializerError(
                new IllegalArgumentException("Cannot open library: dave.so"));
    }

    private static VoiceEncryption missingOn(CLibrary.Kernel system, Optional<String> glibc) {
        return VoiceEncryption.probe(VoiceEncryptionTest::missing, new CLibrary(system, glibc));
    }

    @Test
    void aTooOldSystemIsNamedInWords() {
        VoiceEncryption encryption = missingOn(CLibrary.Kernel.LINUX, Optional.of("2.36"));

        assertFalse(encryption.isLoaded());
        assertTrue(
                encryption.words().startsWith("the system's C library is glibc 2.36; JDAVE needs"),
                encryption.words());
    }

    @Test
    void anotherLibraryThanGlibcIsNamedInWords() {
        VoiceEncryption encryption = missingOn(CLibrary.Kernel.LINUX, Optional.empty());

        assertTrue(encryption.words().contains("is not glibc"), encryption.words());
    }

    @Test
    void anyOtherFaultIsToldAsItIs() {
        VoiceEncryption onNew = missingOn(CLibrary.Kernel.LINUX, Optional.of("2.41"));
        VoiceEncryption elsewhere = missingOn(CLibrary.Kernel.OTHER, Optional.empty());

        assertTrue(onNew.words().endsWith("Cannot open library: dave.so"), onNew.words());
        assertEquals(onNew, elsewhere);
    }

    @Test
    void whatLoadsIsNamedWithItsVersion() {
        VoiceEncryption encryption = VoiceEncryption.probe(() -> 1, CLibrary.here());

        assertEquals(new VoiceEncryption(1, "JDAVE, protocol version 1"), encryption);
    }

    @Test
    void withoutTheLibraryVersionZeroIsOffered() {
        AudioModuleConfig config =
                new VoiceEncryption(0, "not here").applyTo(new AudioModuleConfig());

        assertInstanceOf(PassthroughDaveSessionFactory.class, config.getDaveSessionFactory());
    }

    @Test
    void theProbeOfThisMachineNeverThrows() {
        VoiceEncryption encryption = VoiceEncryption.probe();

        assertEquals(encryption.version() > 0, encryption.isLoaded());
        assertFalse(encryption.words().isBlank());
    }
}
