package dev.downbeat.engine.web.uploads;

import dev.downbeat.engine.web.Sentence;

import java.util.Locale;

/** Why a file that a companion offers is not taken: what its host reads. */
public enum UploadRefusal {
    NO_SUCH_UPLOAD("Nobody waits for this file.", "Этот файл никто не ждёт."),
    UPLOAD_EMPTY("The file is empty.", "Файл пуст."),
    UPLOAD_LENGTH("No file has this length.", "Такой длины у файла не бывает."),
    UPLOAD_TOO_LARGE(
            "The file is larger than this server takes.", "Файл больше, чем принимает сервер."),
    UPLOAD_NO_ROOM(
            "The server has no room for the file now.", "На сервере сейчас нет места для файла."),
    UPLOAD_NOT_STORED("The server cannot store the file.", "Сервер не может сохранить файл.");

    private final String english;
    private final String russian;

    UploadRefusal(String english, String russian) {
        this.english = english;
        this.russian = russian;
    }

    public Sentence sentence() {
        return new Sentence(english, russian);
    }

    /** Stable, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
