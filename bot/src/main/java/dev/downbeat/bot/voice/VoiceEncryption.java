package dev.downbeat.bot.voice;

import club.minnced.discord.jdave.ffi.LibDave;
import club.minnced.discord.jdave.interop.JDaveSessionFactory;

import net.dv8tion.jda.api.audio.AudioModuleConfig;

import java.util.function.IntSupplier;

/**
 * Whether this machine can encrypt voice end to end (DAVE), probed once at start: JDA itself would
 * find out on its gateway's thread and fall silent.
 *
 * @param version of the protocol that is offered; 0 for none
 * @param words what is loaded, or why nothing is, for an operator
 */
public record VoiceEncryption(int version, String words) {
    public static VoiceEncryption probe() {
        return probe(LibDave::getMaxSupportedProtocolVersion, CLibrary.here());
    }

    static VoiceEncryption probe(IntSupplier library, CLibrary system) {
        try {
            int version = library.getAsInt();
            UnpackedLibrary.removeLoaded();
            return new VoiceEncryption(version, "JDAVE, protocol version " + version);
        } catch (Throwable problem) { // A linkage error of any kind means the same: not here.
            String fault = String.valueOf(deepest(problem).getMessage());
            UnpackedLibrary.removeNamed(fault);
            String reason =
                    system.whyTooOld().orElse("JDAVE's native library cannot be loaded: " + fault);
            return new VoiceEncryption(0, reason);
        }
    }

    private static Throwable deepest(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** For an operator, with what still holds where it is not loaded. */
    public String sentence() {
        return isLoaded()
                ? "Voice is end-to-end encrypted: " + words
                : "Voice is not end-to-end encrypted (Discord's transport encryption is still"
                        + " used): "
                        + words;
    }

    public boolean isLoaded() {
        return version > 0;
    }

    /** Without the library JDA's own default offers version 0, and voice is joined all the same. */
    public AudioModuleConfig applyTo(AudioModuleConfig config) {
        return isLoaded() ? config.withDaveSessionFactory(new JDaveSessionFactory()) : config;
    }
}
