package dev.downbeat.bot.words;

import dev.downbeat.engine.reasons.ReasonWords;

import net.dv8tion.jda.api.interactions.DiscordLocale;

/** A language we speak in full. */
public enum Language {
    ENGLISH("en"),
    RUSSIAN("ru");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    ReasonWords reasons() {
        return switch (this) {
            case ENGLISH -> ReasonWords.ENGLISH;
            case RUSSIAN -> ReasonWords.RUSSIAN;
        };
    }

    public static Language of(DiscordLocale locale) {
        return locale == DiscordLocale.RUSSIAN ? RUSSIAN : ENGLISH;
    }
}
