package dev.downbeat.engine.web;

import dev.downbeat.engine.PlainText;
import dev.downbeat.party.Mode;
import dev.downbeat.party.Note;
import dev.downbeat.party.Problem;
import dev.downbeat.party.TrackRequest;

import java.time.Duration;
import java.util.Locale;

/** The party's notes in words, and under a stable code for programs. */
public final class NoteSentences {
    private NoteSentences() {}

    /** {@code NothingToGoBackTo} is {@code nothing_to_go_back_to}. */
    public static String code(Note note) {
        String name = note.getClass().getSimpleName();
        return name.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    public static Sentence of(Note note) {
        Sentence said = words(note);
        return new Sentence(PlainText.of(said.english()), PlainText.of(said.russian()));
    }

    private static Sentence words(Note note) {
        return switch (note) {
            case Note.NowPlaying(var track) ->
                    new Sentence(
                            "Now playing: " + track.title(), "Сейчас играет: " + track.title());
            case Note.Queued(var track, var index) ->
                    new Sentence(
                            "Queued as number " + (index + 1) + ": " + track.title(),
                            "В очереди под номером " + (index + 1) + ": " + track.title());
            case Note.NotFound(var what) ->
                    new Sentence("Not found: " + words(what), "Не найдено: " + words(what));
            case Note.Failed(var problem, var detail) -> failed(problem, detail);
            case Note.Unplayable(var track, var problem, var detail) ->
                    unplayable(track.title(), failed(problem, detail));
            case Note.GaveUp(var failures) ->
                    new Sentence(
                            failures + " tracks in a row could not be played; the queue waits.",
                            "Подряд не удалось сыграть треков: " + failures + "; очередь ждёт.");
            case Note.Paused(var at) ->
                    new Sentence("Paused at " + clock(at) + ".", "Пауза на " + clock(at) + ".");
            case Note.Resumed(var at) ->
                    new Sentence(
                            "Playing on from " + clock(at) + ".", "Играем с " + clock(at) + ".");
            case Note.Sought(var to) ->
                    new Sentence("Moved to " + clock(to) + ".", "Перемотано на " + clock(to) + ".");
            case Note.Skipped() -> new Sentence("Skipped.", "Пропущено.");
            case Note.WentBack() -> new Sentence("Went back.", "Вернулись назад.");
            case Note.Stopped() -> new Sentence("Stopped.", "Остановлено.");
            case Note.Removed(var track) ->
                    new Sentence(
                            "Removed: " + track.title(), "Убрано из очереди: " + track.title());
            case Note.Moved(var track, var index) ->
                    new Sentence(
                            "Moved to number " + (index + 1) + ": " + track.title(),
                            "Перемещено на место " + (index + 1) + ": " + track.title());
            case Note.ModeSet(var mode) -> mode(mode);
            case Note.PlaceChanged() -> new Sentence("Done.", "Готово.");
            case Note.PartyEnded() -> new Sentence("The party is over.", "Вечеринка окончена.");
            case Note.OnlyHost() ->
                    new Sentence("Only the host may do that.", "Это может только хозяин.");
            case Note.OnlyHostOrRequester() ->
                    new Sentence(
                            "Only the host or whoever asked for the track may do that.",
                            "Это может только хозяин или тот, кто заказал трек.");
            case Note.NothingTyped() ->
                    new Sentence(
                            "Say what to play: a title, an artist, or a link.",
                            "Скажите, что включить: название, исполнителя или ссылку.");
            case Note.NothingPlaying() ->
                    new Sentence("Nothing is playing.", "Сейчас ничего не играет.");
            case Note.NothingToGoBackTo() ->
                    new Sentence("There is nothing to go back to.", "Возвращаться не к чему.");
            case Note.NoSuchItem() ->
                    new Sentence(
                            "That track is no longer in the queue.",
                            "Этого трека уже нет в очереди.");
            case Note.QueueFull(var limit) ->
                    new Sentence(
                            "The queue is full: " + limit + " tracks.",
                            "Очередь заполнена: треков " + limit + ".");
            case Note.BeyondTrack(var length) ->
                    new Sentence(
                            "The track is only " + clock(length) + " long.",
                            "Трек длится всего " + clock(length) + ".");
            case Note.AlreadySo() -> new Sentence("It is so already.", "Уже так.");
            case Note.Busy() ->
                    new Sentence(
                            "The party is busy; try again in a moment.",
                            "Вечеринка занята; попробуйте чуть позже.");
        };
    }

    private static Sentence mode(Mode mode) {
        return switch (mode) {
            case FOLLOW ->
                    new Sentence("The host's player leads now.", "Теперь ведёт плеер хозяина.");
            case QUEUE -> new Sentence("The queue leads now.", "Теперь ведёт очередь.");
        };
    }

    private static Sentence unplayable(String title, Sentence why) {
        return new Sentence(
                "Cannot be played: " + title + ". " + why.english(),
                "Не удалось сыграть: " + title + ". " + why.russian());
    }

    private static Sentence failed(Problem problem, String detail) {
        String tail = detail.isBlank() ? "." : ": " + detail + ".";
        return switch (problem) {
            case SOURCE_TIMED_OUT ->
                    new Sentence(
                            "The source did not answer in time" + tail,
                            "Источник не успел ответить" + tail);
            case SOURCE_UNAVAILABLE ->
                    new Sentence(
                            "The source cannot be reached" + tail, "Источник недоступен" + tail);
            case LINK_REFUSED ->
                    new Sentence(
                            "This link cannot be played" + tail,
                            "Эту ссылку нельзя сыграть" + tail);
            case FILE_REFUSED ->
                    new Sentence(
                            "This file cannot be played" + tail, "Этот файл нельзя сыграть" + tail);
            case TOO_LARGE -> new Sentence("Too large" + tail, "Слишком большой файл" + tail);
            case NO_SOUND ->
                    new Sentence("No sound came out of it" + tail, "Звука не получилось" + tail);
            case INTERNAL ->
                    new Sentence(
                            "Something broke on our side; try again.",
                            "У нас что-то сломалось; попробуйте ещё раз.");
        };
    }

    private static String words(TrackRequest what) {
        return switch (what) {
            case TrackRequest.Seen seen ->
                    seen.artist().isBlank() ? seen.title() : seen.artist() + " - " + seen.title();
            case TrackRequest.Typed(var text) -> text;
        };
    }

    private static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return String.format("%d:%02d", seconds / 60, seconds % 60);
    }
}
