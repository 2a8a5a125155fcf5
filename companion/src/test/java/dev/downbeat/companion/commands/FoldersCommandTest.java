package dev.downbeat.companion.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

/** What may be shared, and what is said of it. */
class FoldersCommandTest extends Shell {
    @Test
    void anEmptyNameSharesNoFolder() throws InterruptedException {
        assertEquals(Exit.USAGE.code(), run("folders", "add", ""));
        assertTrue(err().startsWith("After \"add\" a folder is missing."), err());

        assertEquals(0, run("folders"));
        assertTrue(out().startsWith("No folder is shared"), out());
    }

    @Test
    void aWholeDiskIsNotSharedUnderAnyName() throws Exception {
        Path root = folder.toAbsolutePath().getRoot();
        Path other = Files.createSymbolicLink(folder.resolve("disk"), root);

        assertEquals(Exit.USAGE.code(), run("folders", "add", root.toString()));
        assertEquals(Exit.USAGE.code(), run("folders", "add", other.toString()));
        assertTrue(err().contains("is a whole disk"), err());

        assertEquals(0, run("folders"));
        assertTrue(out().startsWith("No folder is shared"), out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc", "/proc/self", "/sys", "/dev"})
    void whatTheSystemShowsOfItselfIsNotShared(String path) throws Exception {
        assumeTrue(Files.isDirectory(Path.of(path)));
        Path other = Files.createSymbolicLink(folder.resolve("music"), Path.of(path));

        assertEquals(Exit.USAGE.code(), run("folders", "add", path));
        assertEquals(Exit.USAGE.code(), run("folders", "add", other.toString()));
        assertTrue(err().contains("belongs to the system"), err());

        assertEquals(0, run("folders"));
        assertTrue(out().startsWith("No folder is shared"), out());
    }

    @Test
    void whatSharingTheHomeFolderMeansIsSaid() throws InterruptedException {
        assertEquals(0, run("folders", "add", System.getProperty("user.home")));
        assertTrue(out().contains("holds all that is yours"), out());
        out.reset();

        assertEquals(0, run("folders", "add", folder.toString()));
        assertFalse(out().contains("holds all that is yours"), out());
    }
}
