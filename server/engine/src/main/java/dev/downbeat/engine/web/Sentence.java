package dev.downbeat.engine.web;

/** One thing said in every language. */
public record Sentence(String english, String russian) {
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case RUSSIAN -> russian;
        };
    }
}
