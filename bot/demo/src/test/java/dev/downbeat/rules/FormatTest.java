package dev.downbeat.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Every Java file stands as google-java-format (AOSP) would write it. */
class FormatTest {

    @Test
    void everyFileIsFormatted() {
        StringWriter untidy = new StringWriter();

        Format.run(new PrintWriter(untidy), "--dry-run");

        assertEquals("", untidy.toString(), "run: mvn -Pformat");
    }
}
