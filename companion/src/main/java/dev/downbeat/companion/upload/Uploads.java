package dev.downbeat.companion.upload;

import dev.downbeat.companion.home.Link;
import dev.downbeat.companion.home.Settings;
import dev.downbeat.companion.sync.SentLog;
import dev.downbeat.companion.words.Speech;
import dev.downbeat.companion.words.Text;
import dev.downbeat.protocol.ClientMessage.UploadAnswer;
import dev.downbeat.protocol.ServerMessage.UploadWanted;
import dev.downbeat.protocol.WireTrack;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers the party's wish for the file that plays, and sends it: one at a time, a newer wish ends
 * the older. Belongs to one thread; sending happens on a virtual one.
 */
public final class Uploads implements AutoCloseable {
    private final HttpClient http;
    private final Link link;
    private final SentLog sent;
    private final Speech speech;
    private final Consumer<UploadAnswer> later;
    private final Set<String> told = new HashSet<>();
    private @Nullable Thread sending;

    /**
     * @param later takes what must be said after the first answer, from any thread
     */
    public Uploads(
            HttpClient http, Link link, SentLog sent, Speech speech, Consumer<UploadAnswer> later) {
        this.http = http;
        this.link = link;
        this.sent = sent;
        this.speech = speech;
        this.later = later;
    }

    /**
     * @param playing what the leading player plays now
     * @param path of its file, empty when it is none
     */
    public UploadAnswer answer(
            UploadWanted wanted, WireTrack playing, String path, Settings settings) {
        SharedFile.Look look =
                settings.uploads()
                        ? lookAt(wanted.track(), playing, path, settings)
                        : new SharedFile.Look.Refused("not_allowed");
        return switch (look) {
            case SharedFile.Look.Refused(String refusal) -> {
                tell(refusal);
                yield new UploadAnswer(wanted.upload(), 0, "", refusal);
            }
            case SharedFile.Look.Shared(SharedFile file) -> {
                speech.say(Text.UPLOAD_BEGINS, file.length() / 1_000_000);
                begin(wanted.upload(), file);
                yield new UploadAnswer(wanted.upload(), file.length(), file.alias(), "");
            }
        };
    }

    /** What holds for every track until the settings change is said once. */
    private void tell(String refusal) {
        boolean lasts = refusal.equals("not_allowed") || refusal.equals("not_shared");
        if (!lasts || told.add(refusal)) {
            speech.say(Text.UPLOAD_REFUSED, words(refusal));
        }
    }

    private static Text words(String refusal) {
        return switch (refusal) {
            case "not_allowed" -> Text.REFUSED_NOT_ALLOWED;
            case "not_shared" -> Text.REFUSED_NOT_SHARED;
            case "not_a_file" -> Text.REFUSED_NOT_A_FILE;
            case "not_music" -> Text.REFUSED_NOT_MUSIC;
            case "changed" -> Text.REFUSED_CHANGED;
            case "too_large" -> Text.REFUSED_TOO_LARGE;
            default -> throw new IllegalArgumentException("no words for " + refusal);
        };
    }

    private static SharedFile.Look lookAt(
            WireTrack wanted, WireTrack playing, String path, Settings settings) {
        boolean same =
                wanted.title().equals(playing.title()) && wanted.artist().equals(playing.artist());
        return same
                ? SharedFile.look(path, settings.folders())
                : new SharedFile.Look.Refused("changed");
    }

    private void begin(String upload, SharedFile file) {
        close();
        Transfer transfer = new Transfer(http, link, sent, upload, file);
        sending = Thread.ofVirtual().name("upload").start(() -> send(upload, transfer));
    }

    private void send(String upload, Transfer transfer) {
        try {
            switch (transfer.run()) {
                case Transfer.End.Done() -> speech.say(Text.UPLOAD_DONE);
                case Transfer.End.Changed() ->
                        later.accept(new UploadAnswer(upload, 0, "", "changed"));
                case Transfer.End.Refused(String why) -> speech.say(Text.UPLOAD_BROKEN, why);
                case Transfer.End.Broken() ->
                        speech.say(Text.UPLOAD_BROKEN, Text.BROKEN_CONNECTION);
                case Transfer.End.Unrecorded() ->
                        speech.say(Text.UPLOAD_BROKEN, Text.BROKEN_RECORD);
                case Transfer.End.NoLongerWanted() -> {
                    // The party moved on; nothing to say.
                }
            }
        } catch (InterruptedException _) {
            // A newer wish, or the end.
        }
    }

    @Override
    public void close() {
        if (sending != null) {
            sending.interrupt();
            sending = null;
        }
    }
}
