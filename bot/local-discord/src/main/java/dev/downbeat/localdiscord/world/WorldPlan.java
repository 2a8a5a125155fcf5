package dev.downbeat.localdiscord.world;

import java.util.ArrayList;
import java.util.List;

/** What shall exist at the start: the bot, the people (members of every guild) and the guilds. */
public record WorldPlan(String botName, List<PersonPlan> people, List<GuildPlan> guilds) {
    /**
     * A person by account name and display name; the first of a plan owns every guild.
     *
     * @param locale the language of the person's Discord, in Discord's notation
     */
    public record PersonPlan(String name, String displayName, String locale) {
        public PersonPlan(String name, String displayName) {
            this(name, displayName, User.ENGLISH);
        }
    }

    /** A guild with the names of its channels. */
    public record GuildPlan(String name, List<String> textChannels, List<String> voiceChannels) {}

    public WorldPlan {
        people = List.copyOf(people);
        guilds = List.copyOf(guilds);
        if (people.isEmpty() || guilds.isEmpty()) {
            throw new IllegalArgumentException("A world needs at least one person and one guild");
        }
    }

    /** One guild, three people, one of whom reads Russian. */
    public static WorldPlan demo() {
        return new WorldPlan(
                "Downbeat",
                threePeople(),
                List.of(
                        new GuildPlan(
                                "Downbeat Demo",
                                List.of("party"),
                                List.of("Listening room", "Lounge"))));
    }

    /** Many guilds alike, each with one text and one voice channel. */
    public static WorldPlan many(int guilds) {
        List<GuildPlan> plans = new ArrayList<>();
        for (int number = 1; number <= guilds; number++) {
            plans.add(new GuildPlan("Guild " + number, List.of("party"), List.of("Voice")));
        }
        return new WorldPlan("Downbeat", threePeople(), plans);
    }

    private static List<PersonPlan> threePeople() {
        return List.of(
                new PersonPlan("host", "Mira Sokolova"),
                new PersonPlan("guest1", "Jonas Weber"),
                new PersonPlan("guest2", "Аня Лебедева", "ru"));
    }
}
