package dev.downbeat.engine.sources.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.downbeat.engine.reasons.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://example.com/",
                "ftp://example.com/a.mp3",
                "jar:http://example.com/a!/b",
                "javascript:alert(1)",
                "http://user@example.com/",
                "http://user:word@example.com/",
                "http://example.com@127.0.0.1/",
                "http://",
                "http:///path",
                "http://example.com:22/",
                "http://example.com:25/",
                "http://example.com:99999/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://1.2.3.4.5/",
                "http://exa mple.com/",
                "http://example.com\r\nX: y/",
                "http://[fe80::1%25eth0]/",
                "http://[::1/",
                "http://-/",
                "not a link"
            })
    void whatIsNoPlainLinkIsRefused(String text) {
        assertThrows(LinkFault.class, () -> LinkAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.mp3",
                "file:///etc/passwd",
                "FILE:/etc/passwd",
                "file:etc/passwd",
                "http:/127.0.0.1/",
                "http:127.0.0.1",
                "  //127.0.0.1/",
                "data:audio/mpeg;base64,AAAA",
                "JavaScript:alert(1)",
                "x-player:/open"
            })
    void whateverBeginsWithASchemeIsMeantAsALink(String text) {
        assertTrue(LinkAddress.looksLike(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Artist: Song",
                "Artist:Song",
                "Data: Song",
                "AC/DC - T.N.T.",
                "Кино: /x",
                "either/or",
                "/",
                "//",
                "// slashes //",
                "3:/4"
            })
    void aTitleIsNoLink(String text) {
        assertFalse(LinkAddress.looksLike(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FILE:/etc/passwd",
                "data:audio/mpeg,A",
                "javascript:alert(1)",
                "//127.0.0.1/"
            })
    void aLinkThatIsNeitherHttpNorHttpsIsRefusedAsThat(String text) {
        LinkFault fault = assertThrows(LinkFault.class, () -> LinkAddress.of(text));

        assertEquals(Reason.LINK_SCHEME.code(), fault.detail());
    }

    @Test
    void aLinkPastedByAPersonWorks() throws LinkFault {
        LinkAddress link =
                LinkAddress.of("  https://Example.COM/Кино/Группа крови.mp3?a=b c#part ");

        assertEquals("example.com", link.host());
        assertEquals(443, link.port());
        assertEquals(
                "/%D0%9A%D0%B8%D0%BD%D0%BE/%D0%93%D1%80%D1%83%D0%BF%D0%BF%D0%B0%20"
                        + "%D0%BA%D1%80%D0%BE%D0%B2%D0%B8.mp3?a=b%20c",
                link.target());
    }

    @Test
    void aRedirectMayBeRelative() throws LinkFault {
        LinkAddress link = LinkAddress.of("http://example.com:8080/a/b.mp3");

        assertEquals("/a/c.mp3", link.resolve("c.mp3").target());
        assertEquals("other.example", link.resolve("//other.example/x").host());
    }
}
