package dev.downbeat.bot.voice;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system's C library: the usual reason why JDAVE's library does not load, which the linker does
 * not tell.
 *
 * @param version of glibc, for example {@code 2.36}; empty for another library, musl for one
 */
record CLibrary(Kernel kernel, Optional<String> version) {
    private static final Pattern GLIBC = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int NEEDED_MAJOR = 2;
    private static final int NEEDED_MINOR = 38;
    private static final long LONGEST_TEXT = 64;
    private static final String NEEDS =
            "; JDAVE needs glibc 2.38 or newer (Debian 13, Ubuntu 24.04)";

    /** Only on Linux is it a matter of age. */
    enum Kernel {
        LINUX,
        OTHER
    }

    static CLibrary here() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("linux")
                ? new CLibrary(Kernel.LINUX, glibc())
                : new CLibrary(Kernel.OTHER, Optional.empty());
    }

    @SuppressWarnings("restricted") // The one call that tells, and it takes no argument.
    private static Optional<String> glibc() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("gnu_get_libc_version")
                .map(at -> linker.downcallHandle(at, FunctionDescriptor.of(ValueLayout.ADDRESS)))
                .map(call -> {
                    try {
                        MemorySegment text = (MemorySegment) call.invokeExact();
                        return text.reinterpret(LONGEST_TEXT).getString(0);
                    } catch (Throwable fault) {
                        throw new IllegalStateException(fault);
                    }
                });
    }

    /** In words; empty when the library is new enough, or age is no matter. */
    Optional<String> whyTooOld() {
        if (kernel == Kernel.OTHER) {
            return Optional.empty();
        }
        if (version.isEmpty()) {
            return Optional.of("the system's C library is not glibc" + NEEDS);
        }
        Matcher glibc = GLIBC.matcher(version.get());
        return glibc.matches() && isOlder(glibc)
                ? Optional.of("the system's C library is glibc " + version.get() + NEEDS)
                : Optional.empty();
    }

    private static boolean isOlder(Matcher glibc) {
        int major = Integer.parseInt(glibc.group(1));
        int minor = Integer.parseInt(glibc.group(2));
        return major < NEEDED_MAJOR || (major == NEEDED_MAJOR && minor < NEEDED_MINOR);
    }
}
