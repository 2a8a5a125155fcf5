package dev.downbeat.engine.web;

/** Every way in which a call can fail, under a code that stays; RFC 9457 carries it. */
public enum Fault {
    BAD_REQUEST(400, "The request is not understood.", "Запрос непонятен."),
    BAD_JSON(
            400,
            "The body is not the JSON expected here.",
            "Тело запроса не тот JSON, что ожидается."),
    UNAUTHORIZED(
            401,
            "A valid token is needed: link again.",
            "Нужен действующий токен: привяжите заново."),
    FORBIDDEN(403, "You have no right to do that.", "У вас нет на это права."),
    FOREIGN_ORIGIN(
            403, "Pages of other sites may not call this.", "Страницам других сайтов сюда нельзя."),
    NOT_FOUND(404, "There is no such thing.", "Такого нет."),
    UNKNOWN_CODE(
            404,
            "The code is wrong, used or too old: ask for a new one.",
            "Код неверен, использован или устарел: попросите новый."),
    NO_PARTY(
            404, "There is no such party, or it is over.", "Такой вечеринки нет или она окончена."),
    NO_GUEST(404, "There is no such guest.", "Такого гостя нет."),
    METHOD_NOT_ALLOWED(
            405, "This address does not take that method.", "Этот адрес не принимает такой метод."),
    TOO_SLOW(408, "The request comes too slowly.", "Запрос приходит слишком медленно."),
    REFUSED(409, "The party refuses.", "Вечеринка отказывает."),
    DOES_NOT_FIT(
            409,
            "The piece does not fit the length announced.",
            "Кусок не сходится с объявленной длиной."),
    NAME_TAKEN(
            409,
            "That is the host's name: choose another.",
            "Так зовут хозяина: выберите другое имя."),
    PARTY_RUNS(
            409,
            "Your party runs already, under another name or in another mode: command it, or end it"
                    + " first.",
            "Ваша вечеринка уже идёт, под другим именем или в другом режиме: управляйте ею или"
                    + " сначала завершите её."),
    NO_LONGER_WANTED(410, "This is no longer wanted.", "Это больше не нужно."),
    TOO_LARGE(413, "The body is too large.", "Тело запроса слишком велико."),
    URI_TOO_LONG(414, "The address is too long.", "Адрес слишком длинный."),
    UNSUPPORTED_TYPE(
            415,
            "This content type is not taken here.",
            "Такой тип содержимого здесь не принимается."),
    KEY_REUSED(
            422,
            "This key was used for another request: take a new one.",
            "Этот ключ уже использован для другого запроса: возьмите новый."),
    UPGRADE_NEEDED(
            426, "This address speaks WebSocket only.", "Этот адрес говорит только по WebSocket."),
    TOO_MANY(
            429, "Too many requests: wait a little.", "Слишком много запросов: подождите немного."),
    TOO_MANY_SOCKETS(
            429,
            "Too many sockets of this account are open: close one.",
            "У этой учётной записи открыто слишком много сокетов: закройте один."),
    HEADERS_TOO_LARGE(
            431, "The request's headers are too large.", "Заголовки запроса слишком велики."),
    INTERNAL(500, "Something broke on our side.", "У нас что-то сломалось."),
    BUSY(503, "Busy: try again in a moment.", "Занято: попробуйте чуть позже."),
    NOT_SAVED(
            503,
            "That could not be saved: try again in a moment.",
            "Не удалось это сохранить: попробуйте чуть позже."),
    VERSION_NOT_SUPPORTED(
            505, "This server speaks HTTP/1.1 only.", "Этот сервер говорит только по HTTP/1.1.");

    private final int status;
    private final String english;
    private final String russian;

    Fault(int status, String english, String russian) {
        this.status = status;
        this.english = english;
        this.russian = russian;
    }

    public int status() {
        return status;
    }

    public Sentence sentence() {
        return new Sentence(english, russian);
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
