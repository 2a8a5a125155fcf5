package dev.downbeat.engine.web;

import dev.downbeat.engine.PlainText;
import dev.downbeat.engine.reasons.ReasonWords;
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
            case Note.QueuedAside(var track, var index) ->
                    new Sentence(
                            "Queued as number "
                                    + (index + 1)
                                    + ", heard when the player is away: "
                                    + track.title(),
                            "В очереди под номером "
                                    + (index + 1)
                                    + ", зазвучит, когда плеера нет: "
                                    + track.title());
            case Note.QueueStarted(var first, var track, var index) ->
                    new Sentence(
                            "The music starts with "
                                    + first.title()
                                    + "; queued as number "
                                    + (index + 1)
                                    + ": "
                                    + track.title(),
                            "Музыка начинается: "
                                    + first.title()
                                    + "; в очереди под номером "
                                    + (index + 1)
                                    + ": "
                                    + track.title());
            case Note.NotFound(var what) ->
                    new Sentence("Not found: " + words(what), "Не найдено: " + words(what));
            case Note.Several several -> several(several);
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
            case Note.SkippedLast() ->
                    new Sentence(
                            "Skipped. The queue is empty; nothing is playing.",
                            "Пропущено. Очередь пуста, ничего не играет.");
            case Note.WentBack() -> new Sentence("Went back.", "Вернулись назад.");
            case Note.PlayerTold() ->
                    new Sentence(
                            "The host's player was told; it is heard when it plays.",
                            "Плееру передано; будет слышно, когда он заиграет.");
            case Note.Stopped() -> new Sentence("Stopped.", "Остановлено.");
            case Note.Removed(var track) ->
                    new Sentence(
                            "Removed: " + track.title(), "Убрано из очереди: " + track.title());
            case Note.Moved(var track, var index) ->
                    new Sentence(
                            "Moved to number " + (index + 1) + ": " + track.title(),
                            "Перемещено на место " + (index + 1) + ": " + track.title());
            case Note.Cleared(var items) ->
                    new Sentence(
                            "Taken out of the queue: " + items + ".",
                            "Убрано из очереди треков: " + items + ".");
            case Note.Shuffled(var items) ->
                    new Sentence(
                            "Shuffled: " + items + " tracks.", "Перемешано треков: " + items + ".");
            case Note.Undone(_, var items) ->
                    new Sentence(
                            "Taken back; tracks: " + items + ".",
                            "Отменено; треков: " + items + ".");
            case Note.NothingToUndo() ->
                    new Sentence("There is nothing to take back.", "Отменять нечего.");
            case Note.NothingQueued() ->
                    new Sentence("Nothing of that is in the queue.", "В очереди такого нет.");
            case Note.ModeSet(var mode) -> mode(mode);
            case Note.PlaceChanged() -> new Sentence("Done.", "Готово.");
            case Note.PartyEnded() -> new Sentence("The party is over.", "Вечеринка окончена.");
            case Note.OnlyHost() ->
                    new Sentence("Only the host may do that.", "Это может только хозяин.");
            case Note.OnlyHostOrDj() ->
                    new Sentence(
                            "Only the host or a DJ may do that.",
                            "Это может только хозяин или диджей.");
            case Note.OnlyHostOrRequester() ->
                    new Sentence(
                            "Only the host, a DJ or whoever asked for the track may do that.",
                            "Это может только хозяин, диджей или тот, кто заказал трек.");
            case Note.OnlyListeners() ->
                    new Sentence(
                            "Only the host or a DJ may do that at once; listeners may vote.",
                            "Сразу это может только хозяин или диджей; слушатели голосуют.");
            case Note.Voted(_, var votes, var needed) ->
                    votes("Your vote counts", "Голос учтён", votes, needed);
            case Note.VotedAlready(_, var votes, var needed) ->
                    votes("You have voted already", "Вы уже голосовали", votes, needed);
            case Note.VoteLater(var in) ->
                    new Sentence(
                            "You can vote in " + seconds(in) + " s.",
                            "Голосовать можно через " + seconds(in) + " с.");
            case Note.DjAdded(_) -> new Sentence("A DJ of this party now.", "Теперь это диджей.");
            case Note.DjRemoved(_) ->
                    new Sentence("No DJ of this party any more.", "Больше не диджей.");
            case Note.TooManyDjs(var limit) ->
                    new Sentence(
                            "A party has at most " + limit + " DJs.",
                            "Диджеев не больше " + limit + ".");
            case Note.NothingTyped() ->
                    new Sentence(
                            "Say what to play: a title, an artist, or a link.",
                            "Скажите, что включить: название, исполнителя или ссылку.");
            case Note.NothingPlaying() ->
                    new Sentence("Nothing is playing.", "Сейчас ничего не играет.");
            case Note.NothingFromPlayer() ->
                    new Sentence(
                            "Nothing is playing. Play something in the player.",
                            "Сейчас ничего не играет. Включите что-нибудь в плеере.");
            case Note.QueueWaits _ ->
                    new Sentence(
                            "Nothing is playing. Resume starts the queue.",
                            "Сейчас ничего не играет. Очередь начнётся, если продолжить.");
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
            case Note.ShareFull(var limit) ->
                    new Sentence(
                            "You have " + limit + " tracks in the queue; that is the most.",
                            "У вас в очереди уже треков: " + limit + "; больше нельзя.");
            case Note.BeyondTrack(var length) ->
                    new Sentence(
                            "The track is only " + clock(length) + " long.",
                            "Трек длится всего " + clock(length) + ".");
            case Note.AlreadySo(var what) -> already(what);
            case Note.Busy() ->
                    new Sentence(
                            "The party is busy; try again in a moment.",
                            "Вечеринка занята; попробуйте чуть позже.");
            case Note.NotSaved() -> Fault.NOT_SAVED.sentence();
        };
    }

    private static Sentence votes(String english, String russian, int votes, int needed) {
        return new Sentence(
                english + ": " + votes + " of " + needed + ".",
                russian + ": " + votes + " из " + needed + ".");
    }

    /** At least one: who is told to wait shall not be told zero. */
    private static long seconds(Duration time) {
        return Math.max(1, time.toSeconds());
    }

    private static Sentence mode(Mode mode) {
        return switch (mode) {
            case FOLLOW ->
                    new Sentence("The host's player leads now.", "Теперь ведёт плеер хозяина.");
            case QUEUE -> new Sentence("The queue leads now.", "Теперь ведёт очередь.");
        };
    }

    private static Sentence several(Note.Several several) {
        String names = String.join("; ", several.first());
        return new Sentence(
                several.count() + " tracks fit; type more of one: " + names + ".",
                "Подходят треки: "
                        + several.count()
                        + "; напишите о нужном больше: "
                        + names
                        + ".");
    }

    private static Sentence already(Note.AlreadySo.What what) {
        return switch (what) {
            case SO -> new Sentence("It is so already.", "Уже так.");
            case PAUSED -> new Sentence("It is paused already.", "Уже на паузе.");
            case PLAYING -> new Sentence("It is playing already.", "Уже играет.");
            case STARTING -> new Sentence("It is getting ready already.", "Уже готовится.");
            case FOLLOWING ->
                    new Sentence("The host's player leads already.", "Уже ведёт плеер хозяина.");
            case QUEUEING -> new Sentence("The queue leads already.", "Уже ведёт очередь.");
            case DJ -> new Sentence("A DJ or the host already.", "Уже диджей или хозяин.");
            case NO_DJ -> new Sentence("Not a DJ anyway.", "И так не диджей.");
            case IN_PLACE -> new Sentence("It stands there already.", "Уже стоит там.");
            case SILENT ->
                    new Sentence("Nothing is played there anyway.", "Там и так ничего не играет.");
        };
    }

    private static Sentence unplayable(String title, Sentence why) {
        return new Sentence(
                "Cannot be played: " + title + ". " + why.english(),
                "Не удалось сыграть: " + title + ". " + why.russian());
    }

    private static Sentence failed(Problem problem, String detail) {
        String en = ReasonWords.ENGLISH.aside(detail) + ".";
        String ru = ReasonWords.RUSSIAN.aside(detail) + ".";
        return switch (problem) {
            case SOURCE_TIMED_OUT ->
                    new Sentence(
                            "The source did not answer in time" + en,
                            "Источник не успел ответить" + ru);
            case SOURCE_UNAVAILABLE ->
                    new Sentence("The source cannot be reached" + en, "Источник недоступен" + ru);
            case LINK_REFUSED ->
                    new Sentence(
                            "This link cannot be played" + en, "Эту ссылку нельзя сыграть" + ru);
            case FILE_REFUSED ->
                    new Sentence(
                            "This file cannot be played" + en, "Этот файл нельзя сыграть" + ru);
            case TOO_LARGE -> new Sentence("Too large" + en, "Слишком большой файл" + ru);
            case NO_SOUND ->
                    ReasonWords.saysThatSomeCame(detail)
                            ? new Sentence("It cannot be played" + en, "Сыграть нельзя" + ru)
                            : new Sentence(
                                    "No sound came out of it" + en, "Звука не получилось" + ru);
            case LENT_ANEW ->
                    new Sentence(
                            "The host's companion is sending the file again.",
                            "Спутник хозяина снова присылает файл.");
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
