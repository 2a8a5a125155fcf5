package dev.downbeat.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;

/** The arrows of the drawing. ArchUnit fails a rule that matches no class. */
class ArchitectureTest {

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(false).check(House.CLASSES);
    }

    private static void onlyKnows(String who, String... allowed) {
        holds(
                classes()
                        .that()
                        .resideInAPackage(who)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(allowed));
    }

    @Test
    void partyKnowsNothingButItself() {
        onlyKnows("dev.downbeat.party..", "dev.downbeat.party..", "java..", "org.jspecify..");
    }

    @Test
    void protocolKnowsNothingOfOurs() {
        noneKnows(
                "dev.downbeat.protocol..", "party", "audio", "engine", "bot", "companion", "demo");
    }

    @Test
    void audioPointsAtNothingOfOurs() {
        noneKnows(
                "dev.downbeat.audio..", "party", "protocol", "engine", "bot", "companion", "demo");
    }

    @Test
    void engineDoesNotKnowItsUsers() {
        noneKnows("dev.downbeat.engine..", "bot", "companion", "localdiscord", "demo");
    }

    @Test
    void companionKnowsOnlyTheWords() {
        noneKnows("dev.downbeat.companion..", "party", "audio", "engine", "bot", "localdiscord");
    }

    @Test
    void botShipsWithoutItsStandIn() {
        noneKnows("dev.downbeat.bot..", "localdiscord", "companion", "demo");
    }

    @Test
    void localDiscordPointsAtNothingOfOurs() {
        noneKnows(
                "dev.downbeat.localdiscord..",
                "party",
                "audio",
                "protocol",
                "engine",
                "bot",
                "companion",
                "demo");
    }

    private static void noneKnows(String who, String... ours) {
        String[] packages = new String[ours.length];
        for (int i = 0; i < ours.length; i++) {
            packages[i] = "dev.downbeat." + ours[i] + "..";
        }
        holds(
                noClasses()
                        .that()
                        .resideInAPackage(who)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages));
    }

    @Test
    void insideEngineTheRoomsDoNotSeeEachOther() {
        engineRoomIgnores("parties", "sources", "web", "store", "sound", "accounts");
        engineRoomIgnores("sources", "web", "store", "sound", "accounts");
        engineRoomIgnores("web", "sources", "store", "sound");
        engineRoomIgnores("store", "sources", "web", "sound");
        engineRoomIgnores("sound", "sources", "web", "store", "accounts");
        engineRoomIgnores("accounts", "sources", "web", "store", "sound", "parties");
    }

    private static void engineRoomIgnores(String room, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "dev.downbeat.engine." + others[i] + "..";
        }
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("dev.downbeat.engine." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages));
    }

    @Test
    void eachForeignWorldHasOneDoor() {
        onlyIn("net.dv8tion..", "dev.downbeat.bot..", "dev.downbeat.demo..");
        onlyIn("io.javalin..", "dev.downbeat.engine.web..", "dev.downbeat.localdiscord..");
        onlyIn("java.sql..", "dev.downbeat.engine.store..");
        onlyIn("org.jdbi..", "dev.downbeat.engine.store..");
        onlyIn("com.sedmelluq..", "dev.downbeat.audio..", "dev.downbeat.demo..");
        onlyIn("org.freedesktop..", "dev.downbeat.companion..", "dev.downbeat.demo..");
    }

    private static void onlyIn(String world, String... doors) {
        holds(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(doors)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(world));
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("dev.downbeat.(*)..").should().beFreeOfCycles().check(House.CLASSES);
        slices().matching("dev.downbeat.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(House.CLASSES);
    }
}
