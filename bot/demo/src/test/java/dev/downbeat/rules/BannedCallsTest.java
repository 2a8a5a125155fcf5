package dev.downbeat.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Time, chance and files on disk each have their one place. */
class BannedCallsTest {
    /** Parts of the server and bot, where one clock rules. */
    private static final String[] ONE_CLOCK = {
        "dev.downbeat.party..",
        "dev.downbeat.audio",
        "dev.downbeat.audio.stage..",
        "dev.downbeat.audio.store..",
        "dev.downbeat.engine..",
        "dev.downbeat.bot.."
    };

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(House.CLASSES);
    }

    @Test
    void onlyTheServerClockReadsTheTime() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage(ONE_CLOCK)
                        .and()
                        .doNotHaveFullyQualifiedName("dev.downbeat.engine.ServerClock")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void nobodyRollsDiceAlone() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.downbeat.party..", "dev.downbeat.engine.parties..")
                        .should()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(ThreadLocalRandom.class));
    }

    @Test
    void nobodySleepsOrEndsTheProcessInside() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.downbeat.party..", "dev.downbeat.engine..")
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethod(System.class, "exit", int.class));
    }

    @Test
    void stateFilesAreWrittenAtomicallyOrNotAtAll() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "dev.downbeat.engine..",
                                "dev.downbeat.companion..",
                                "dev.downbeat.bot..")
                        .and()
                        .haveSimpleNameNotContaining("AtomicFile")
                        .should()
                        .callMethodWhere(
                                com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                        com.tngtech.archunit.core.domain.AccessTarget.Predicates
                                                .declaredIn(Files.class)
                                                .and(
                                                        com.tngtech.archunit.core.domain.properties
                                                                .HasName.Predicates.nameMatching(
                                                                "write|writeString")))));
    }

    @Test
    void partyAndAudioLogNothing() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.downbeat.party..", "dev.downbeat.audio..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.slf4j..", "java.util.logging.."));
    }
}
