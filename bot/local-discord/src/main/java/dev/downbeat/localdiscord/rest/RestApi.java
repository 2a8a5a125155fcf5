package dev.downbeat.localdiscord.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.rest.RateLimits.Limit;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.User;
import dev.downbeat.localdiscord.world.World;

import io.javalin.config.RoutesConfig;

/** The list of REST routes. */
public final class RestApi {
    public static final String ROOT = "/api/v10";
    private static final Limit COMMON = new Limit("common", 50, 1);
    private static final Limit COMMAND_WRITES = new Limit("commands", 20, 60);

    private final RestGate gate;
    private final World world;
    private final Gateway gateway;
    private final Commands commands;
    private final Interactions interactions;
    private final Messages messages;

    public RestApi(
            RestGate gate,
            World world,
            Gateway gateway,
            Commands commands,
            Interactions interactions,
            Messages messages) {
        this.gate = gate;
        this.world = world;
        this.gateway = gateway;
        this.commands = commands;
        this.interactions = interactions;
        this.messages = messages;
    }

    public void register(RoutesConfig routes) {
        general(routes);
        commands(routes, "/applications/{app}/commands");
        commands(routes, "/applications/{app}/guilds/{guild}/commands");
        interactions(routes);
        new ChannelRoutes(gate, world, gateway, messages).register(routes);
        new GuildRoutes(gate, world).register(routes);
    }

    private void general(RoutesConfig routes) {
        routes.get(ROOT + "/gateway", gate.interaction(_ -> Answer.ok(gatewayUrl())));
        routes.get(ROOT + "/gateway/bot", gate.limited(COMMON, "", _ -> Answer.ok(gatewayBot())));
        routes.get(
                ROOT + "/users/@me", gate.limited(COMMON, "", _ -> Answer.ok(world.bot().json())));
        routes.get(ROOT + "/users/@me/guilds", gate.limited(COMMON, "", _ -> Answer.ok(guilds())));
        routes.get(
                ROOT + "/users/{user}",
                gate.limited(COMMON, "", call -> Answer.ok(user(call.id("user")).json())));
        routes.post(
                ROOT + "/users/@me/channels",
                gate.limited(COMMON, "", call -> Answer.ok(directChannel(call))));
        for (String path : new String[] {"/oauth2/applications/@me", "/applications/@me"}) {
            routes.get(ROOT + path, gate.limited(COMMON, "", _ -> Answer.ok(application())));
        }
    }

    private ObjectNode gatewayUrl() {
        return Json.object().put("url", gateway.url());
    }

    private ObjectNode gatewayBot() {
        ObjectNode json = gatewayUrl();
        json.put("shards", 1);
        json.putObject("session_start_limit")
                .put("total", 1_000)
                .put("remaining", Math.max(0, 1_000 - gateway.identifies()))
                .put("reset_after", 86_400_000)
                .put("max_concurrency", 1);
        return json;
    }

    private ArrayNode guilds() {
        ArrayNode list = Json.array();
        for (Guild guild : world.guilds().values()) {
            list.addObject()
                    .put("id", Long.toString(guild.id()))
                    .put("name", guild.name())
                    .put("owner", false);
        }
        return list;
    }

    private User user(long id) {
        return world.user(id).orElseThrow(() -> ApiError.unknown(10013, "User"));
    }

    private ObjectNode directChannel(Call call) {
        User person = user(Json.id(call.body().path("recipient_id")));
        ObjectNode json = world.directChannel(person).json();
        json.remove("name");
        json.putArray("recipients").add(person.json());
        return json;
    }

    private ObjectNode application() {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(world.bot().id()));
        json.put("name", world.bot().displayName());
        json.put("description", "");
        json.put("bot_public", true);
        json.put("bot_require_code_grant", false);
        json.putNull("icon");
        json.putArray("tags");
        json.put("flags", 0);
        User owner = world.users().stream().filter(u -> !u.isBot()).findFirst().orElseThrow();
        json.set("owner", owner.json());
        return json;
    }

    private static long guildOf(Call call) {
        return call.http().pathParamMap().containsKey("guild") ? call.id("guild") : 0;
    }

    private void commands(RoutesConfig routes, String path) {
        String one = ROOT + path + "/{id}";
        routes.get(
                ROOT + path,
                gate.limited(COMMON, "app", c -> Answer.ok(commands.list(guildOf(c)))));
        routes.put(
                ROOT + path,
                gate.limited(
                        COMMAND_WRITES,
                        "app",
                        c -> Answer.ok(commands.replace(ownGuild(c), c.body()))));
        routes.post(
                ROOT + path,
                gate.limited(
                        COMMAND_WRITES,
                        "app",
                        c -> Answer.created(commands.add(ownGuild(c), c.body()))));
        routes.get(
                one,
                gate.limited(COMMON, "app", c -> Answer.ok(commands.get(guildOf(c), c.id("id")))));
        routes.patch(
                one,
                gate.limited(
                        COMMAND_WRITES,
                        "app",
                        c -> Answer.ok(commands.edit(ownGuild(c), c.id("id"), c.body()))));
        routes.delete(
                one,
                gate.limited(
                        COMMAND_WRITES,
                        "app",
                        c -> {
                            commands.delete(ownGuild(c), c.id("id"));
                            return Answer.nothing();
                        }));
    }

    private long ownGuild(Call call) {
        if (call.id("app") != world.bot().id()) {
            throw new ApiError(403, 20012, "You are not authorized to perform this action");
        }
        return guildOf(call);
    }

    private void interactions(RoutesConfig routes) {
        routes.post(ROOT + "/interactions/{id}/{token}/callback", gate.interaction(this::callback));
        String webhook = ROOT + "/webhooks/{app}/{token}";
        routes.post(
                webhook,
                gate.interaction(c ->
                        Answer.ok(
                                messages.json(
                                        interactions.followUp(held(c), c.body(), c.uploads())))));
        String message = webhook + "/messages/{which}";
        routes.get(
                message,
                gate.interaction(
                        c -> Answer.ok(messages.json(interactions.message(held(c), which(c))))));
        routes.patch(
                message,
                gate.interaction(c -> {
                    Message edited = interactions.edit(held(c), which(c), c.body(), c.uploads());
                    return Answer.ok(messages.json(edited));
                }));
        routes.delete(
                message,
                gate.interaction(c -> {
                    interactions.delete(held(c), which(c));
                    return Answer.nothing();
                }));
    }

    private Interaction held(Call call) {
        return interactions.withToken(call.id("app"), call.text("token"));
    }

    private static String which(Call call) {
        return call.text("which");
    }

    private Answer callback(Call call) {
        ObjectNode response =
                interactions.callback(
                        call.id("id"), call.text("token"), call.body(), call.uploads());
        boolean isAsked = "true".equals(call.http().queryParam("with_response"));
        return isAsked ? Answer.ok(response) : Answer.nothing();
    }
}
