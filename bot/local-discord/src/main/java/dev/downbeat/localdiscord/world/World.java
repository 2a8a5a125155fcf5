package dev.downbeat.localdiscord.world;

import dev.downbeat.localdiscord.world.WorldPlan.GuildPlan;
import dev.downbeat.localdiscord.world.WorldPlan.PersonPlan;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that exists. Whoever reads or changes it holds the world's monitor; nothing inside
 * waits for the network.
 */
public final class World {
    private static final long DISCORD_EPOCH_MS = 1_420_070_400_000L;
    private static final long FIRST_PLANNED_ID = 1_300_000_000_000_000_000L;
    private static final int MESSAGES_PER_CHANNEL = 1_000;

    private static final long EVERYONE =
            Permission.of(
                    Permission.VIEW_CHANNEL,
                    Permission.SEND_MESSAGES,
                    Permission.EMBED_LINKS,
                    Permission.ATTACH_FILES,
                    Permission.READ_MESSAGE_HISTORY,
                    Permission.CONNECT,
                    Permission.SPEAK,
                    Permission.USE_VAD,
                    Permission.USE_APPLICATION_COMMANDS);
    private static final long BOT = EVERYONE | Permission.of(Permission.SET_VOICE_CHANNEL_STATUS);

    private final Clocks clocks;
    private final User bot;
    private final Map<Long, User> users = new LinkedHashMap<>();
    private final Map<Long, Guild> guilds = new LinkedHashMap<>();
    private final Map<Long, Channel> directChannels = new LinkedHashMap<>();
    private final Map<Long, LinkedHashMap<Long, Message>> messages = new LinkedHashMap<>();
    private long lastId;
    private long planned = FIRST_PLANNED_ID;

    /** Planned things get the same ids at every start, so a bot may remember them. */
    public World(WorldPlan plan, Clocks clocks) {
        this.clocks = clocks;
        this.bot = new User(planned++, plan.botName(), plan.botName(), User.ENGLISH, User.Kind.BOT);
        users.put(bot.id(), bot);
        for (PersonPlan person : plan.people()) {
            User user =
                    new User(
                            planned++,
                            person.name(),
                            person.displayName(),
                            person.locale(),
                            User.Kind.PERSON);
            users.put(user.id(), user);
        }
        plan.guilds().forEach(this::found);
    }

    private void found(GuildPlan plan) {
        long owner = users.values().stream().filter(u -> !u.isBot()).findFirst().orElseThrow().id();
        Guild guild = new Guild(planned++, plan.name(), owner, wallTime());
        guild.roles().put(guild.id(), new Role(guild.id(), "@everyone", EVERYONE, 0, false));
        Role botRole = new Role(planned++, bot.name(), BOT, 1, true);
        guild.roles().put(botRole.id(), botRole);
        for (User user : users.values()) {
            Member member = new Member(user, wallTime());
            if (user.isBot()) {
                member.roles().add(botRole.id());
            }
            guild.members().put(user.id(), member);
        }
        int position = 0;
        for (String name : plan.textChannels()) {
            add(guild, new Channel(planned++, guild.id(), Channel.Kind.TEXT, name, position++));
        }
        for (String name : plan.voiceChannels()) {
            add(guild, new Channel(planned++, guild.id(), Channel.Kind.VOICE, name, position++));
        }
        guilds.put(guild.id(), guild);
    }

    private static void add(Guild guild, Channel channel) {
        guild.channels().put(channel.id(), channel);
    }

    public Clocks clocks() {
        return clocks;
    }

    /** Now, as Discord writes a time. */
    public String wallTime() {
        return Instant.ofEpochMilli(clocks.wall().millis()).toString();
    }

    /** An id nobody has, made of the time as Discord's are. */
    public long newId() {
        long id = (clocks.wall().millis() - DISCORD_EPOCH_MS) << 22;
        lastId = Math.max(id, lastId + 1);
        return lastId;
    }

    /** The bot; its id is also its application's. */
    public User bot() {
        return bot;
    }

    public Collection<User> users() {
        return users.values();
    }

    public Optional<User> user(long id) {
        return Optional.ofNullable(users.get(id));
    }

    public Optional<User> userNamed(String name) {
        return users.values().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    public Map<Long, Guild> guilds() {
        return guilds;
    }

    public Optional<Guild> guild(long id) {
        return Optional.ofNullable(guilds.get(id));
    }

    public Optional<Channel> channel(long id) {
        Channel direct = directChannels.get(id);
        if (direct != null) {
            return Optional.of(direct);
        }
        return guilds.values().stream()
                .map(guild -> Optional.ofNullable(guild.channels().get(id)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The direct channel between the bot and a person, made when first asked for. */
    public Channel directChannel(User person) {
        return directChannels.values().stream()
                .filter(channel -> channel.name().equals(person.name()))
                .findFirst()
                .orElseGet(() -> {
                    Channel made = new Channel(newId(), 0, Channel.Kind.DIRECT, person.name(), 0);
                    directChannels.put(made.id(), made);
                    return made;
                });
    }

    /** The messages of a channel, oldest first; the oldest go when there are over 1,000. */
    public Map<Long, Message> messages(long channelId) {
        return messages.computeIfAbsent(channelId, _ -> new LinkedHashMap<>());
    }

    public void add(Message message) {
        LinkedHashMap<Long, Message> list =
                messages.computeIfAbsent(message.channel().id(), _ -> new LinkedHashMap<>());
        list.put(message.id(), message);
        if (list.size() > MESSAGES_PER_CHANNEL) {
            list.pollFirstEntry();
        }
    }

    public Optional<Message> message(long channelId, long messageId) {
        return Optional.ofNullable(messages(channelId).get(messageId));
    }
}
