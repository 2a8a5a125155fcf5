package dev.downbeat.companion.hosting;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The names on the way to what plays: of the folders above a file, and of the computer it is on.
 *
 * @param names as they are written and, where that differs, decoded
 */
record FolderNames(Set<String> names) {
    FolderNames {
        names = Set.copyOf(names);
    }

    /**
     * @param location as the player names it: a path, or an address of any kind
     */
    static FolderNames of(String location) {
        String[] parts = location.split("/", -1);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < parts.length; i++) {
            // What comes last is the file, unless nothing but "//" stands before it.
            if (i < parts.length - 1 || (i > 0 && parts[i - 1].isEmpty())) {
                add(names, parts[i]);
            }
        }
        return new FolderNames(names);
    }

    private static void add(Set<String> names, String part) {
        names.add(part.strip());
        names.add(decoded(part).strip());
        // A computer's name goes without its port.
        names.add(part.replaceFirst("[:?].*$", ""));
        names.remove("");
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return part;
        }
    }

    boolean hold(String words) {
        return names.contains(words);
    }
}
