package dev.downbeat.companion.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.companion.words.Text;
import dev.downbeat.companion.words.Texts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class ServerTalkTest {
    private static final Texts ENGLISH = Texts.of("en", Locale.ROOT);

    private double now;
    private final List<String> said = new ArrayList<>();
    private final ServerTalk talk =
            new ServerTalk(() -> now, (text, values) -> said.add(ENGLISH.say(text, values)));

    @Test
    void aLineThatComesAgainIsCountedAndNotRepeated() {
        for (int i = 0; i < 50_000; i++) {
            talk.say(Text.UPLOAD_REFUSED, Text.REFUSED_NOT_A_FILE);
        }
        assertEquals(1, said.size(), said::toString);

        now = talk.wakeAt();
        talk.timePassed();
        talk.timePassed();

        assertEquals(List.of("(49999 more of these left out)"), said.subList(1, said.size()));
    }

    @Test
    void aFloodOfDifferentLinesIsTenLinesInTenSeconds() {
        for (int i = 0; i < 300; i++) {
            talk.say(Text.SERVER_SAYS, "Fault " + i);
        }
        assertEquals(ServerTalk.MOST_LINES, said.size(), said::toString);

        now = ServerTalk.WINDOW;
        talk.say(Text.SERVER_SAYS, "Fault 300");

        assertEquals("(290 more of these left out)", said.get(10));
        assertEquals("The server says: Fault 300", said.get(11));
    }

    @Test
    void noFloodHidesThatAFileIsBeingSent() {
        for (int i = 0; i < 300; i++) {
            talk.say(Text.SERVER_SAYS, "Fault " + i);
        }

        talk.say(Text.UPLOAD_BEGINS, 4);

        assertTrue(said.getLast().contains("sending its file"), said::toString);
    }

    @Test
    void theSameLineIsSaidAgainLater() {
        talk.say(Text.UPLOAD_REFUSED, Text.REFUSED_NOT_SHARED);
        now = ServerTalk.WINDOW;
        talk.say(Text.UPLOAD_REFUSED, Text.REFUSED_NOT_SHARED);

        assertEquals(2, said.size(), said::toString);
        assertEquals(said.getFirst(), said.getLast());
    }

    @Test
    void aLongWordOfTheServerIsCut() {
        talk.say(Text.SERVER_SAYS, "x".repeat(16_000));

        assertTrue(said.getFirst().length() < 400);
    }
}
