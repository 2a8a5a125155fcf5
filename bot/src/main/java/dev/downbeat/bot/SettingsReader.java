package dev.downbeat.bot;

import dev.downbeat.bot.Settings.Secret;
import dev.downbeat.engine.store.Store;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads keys one by one, environment before file, and collects what is wrong on the way. */
final class SettingsReader {
    static final String PREFIX = "DOWNBEAT_";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Set<String> NOT_SETTINGS = Set.of(SettingsPlace.VARIABLE);

    private final Map<String, Object> file;
    private final Map<String, String> environment;
    private final Set<String> known = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    SettingsReader(Map<String, Object> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    static String environmentName(String key) {
        return PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    Set<String> known() {
        return Set.copyOf(known);
    }

    String text(String key, String byDefault) {
        return given(key).map(String::valueOf).orElse(byDefault);
    }

    Secret secret(String key) {
        return new Secret(text(key, ""));
    }

    Secret databaseUrl(String key) {
        Secret value = secret(key);
        Store.refusal(value.text()).ifPresent(faults::add);
        return value;
    }

    /** Of a place for people, without the slash at its end; empty when not set. */
    String webAddress(String key) {
        String value = text(key, "");
        String rule =
                "must be a full http or https address: a host, perhaps a port and a path,"
                        + " nothing else";
        return value.isEmpty() || WebAddress.isOne(value)
                ? value.replaceFirst("/+$", "")
                : fault(key, rule, "");
    }

    boolean flag(String key, boolean byDefault) {
        Object value = given(key).orElse(byDefault);
        return switch (String.valueOf(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> fault(key, "must be true or false", byDefault);
        };
    }

    int whole(String key, int byDefault, int least, int most) {
        String rule = "must be a whole number from " + least + " to " + most;
        try {
            long value = Long.parseLong(text(key, String.valueOf(byDefault)));
            return value >= least && value <= most ? (int) value : fault(key, rule, byDefault);
        } catch (NumberFormatException _) {
            return fault(key, rule, byDefault);
        }
    }

    Duration duration(String key, Duration byDefault) {
        String value = text(key, "");
        if (value.isEmpty()) {
            return byDefault;
        }
        if (value.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            return fault(key, "must be a duration such as 250ms, 5s, 2m or 0", byDefault);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /**
     * @param most whole milliseconds
     */
    Duration durationUpTo(String key, Duration byDefault, Duration most) {
        Duration value = duration(key, byDefault);
        return value.compareTo(most) <= 0
                ? value
                : fault(key, "must be 0 to " + most.toMillis() + "ms", byDefault);
    }

    /** In a file a list of texts, in the environment parts between the path separator. */
    List<String> list(String key) {
        Object value = given(key).orElse(List.of());
        if (value instanceof List<?> parts) {
            return parts.stream().map(String::valueOf).toList();
        }
        if (fromEnvironment(key).isEmpty()) {
            return fault(key, "must be a list, for example [\"one\", \"two\"]", List.of());
        }
        String[] parts = String.valueOf(value).split(Pattern.quote(File.pathSeparator), -1);
        return Arrays.stream(parts).filter(part -> !part.isBlank()).toList();
    }

    URI url(String key, String byDefault) {
        String value = text(key, byDefault);
        try {
            URI url = URI.create(value);
            if (url.getScheme() != null && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // The same advice helps.
        }
        return fault(key, "must be a full address with scheme and host", URI.create(byDefault));
    }

    URI folderUrl(String key, String byDefault) {
        URI url = url(key, byDefault);
        return url.getPath().endsWith("/") ? url : URI.create(url + "/");
    }

    /** Call when every key was asked for. */
    void finish() {
        file.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> faults.add(key + " is not a setting; see config/downbeat.toml"));
        Set<String> names = new TreeSet<>();
        known.forEach(key -> names.add(environmentName(key)));
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !isForOthers(name))
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> faults.add(name + " is not a setting; see config/downbeat.toml"));
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
    }

    private static boolean isForOthers(String name) {
        return NOT_SETTINGS.contains(name) || name.startsWith("DOWNBEAT_COMPANION_");
    }

    /** What is set, if anything is; empty text means the default. */
    private Optional<Object> given(String key) {
        known.add(key);
        return fromEnvironment(key)
                .map(Object.class::cast)
                .or(() -> Optional.ofNullable(file.get(key)))
                .filter(value -> !String.valueOf(value).isEmpty());
    }

    private Optional<String> fromEnvironment(String key) {
        return Optional.ofNullable(environment.get(environmentName(key)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The value itself is left out: it may be a secret in the wrong place. */
    private <T> T fault(String key, String rule, T instead) {
        faults.add(key + " (or " + environmentName(key) + ") " + rule);
        return instead;
    }
}
