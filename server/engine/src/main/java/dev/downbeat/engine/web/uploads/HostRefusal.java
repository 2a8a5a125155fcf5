package dev.downbeat.engine.web.uploads;

/** Why a companion lends no file, in words for people. */
final class HostRefusal {
    private HostRefusal() {}

    static String words(String refusal) {
        return switch (refusal) {
            case "not_allowed" -> "the host does not allow uploads";
            case "not_shared" -> "the host does not share the folder of this file";
            case "not_a_file" -> "the host's player does not play a file";
            case "not_music" -> "the host's player does not play a music file";
            case "changed" -> "the host's file changed meanwhile";
            case "too_large" -> "the host's file is too large";
            default -> "the host's companion refuses";
        };
    }
}
