package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Overwrite;
import dev.downbeat.localdiscord.world.Overwrite.Target;
import dev.downbeat.localdiscord.world.Permission;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** The control interface over HTTP: what people and moderators do, what they see, faults. */
public final class ControlRoutes {
    private static final String ROOT = "/control";
    private static final String PERSON = ROOT + "/people/{user}";
    private static final String MODERATOR = ROOT + "/moderator";

    private static final int DEFERRED_UPDATE = 6;

    private final Control control;
    private final FaultList faults;

    public ControlRoutes(Control control) {
        this.control = control;
        this.faults = new FaultList(control.faults());
    }

    public void register(RoutesConfig routes) {
        routes.before(ROOT + "/*", LoopbackOnly::check);
        seeing(routes);
        people(routes);
        moderator(routes);
        routes.post(
                ROOT + "/faults/{fault}", act(r -> faults.inject(r.http().pathParam("fault"), r)));
        new VoiceRoutes(control).register(routes);
        new ChangeStream(control).register(routes);
    }

    private void seeing(RoutesConfig routes) {
        routes.get(ROOT + "/world", answer(_ -> world()));
        routes.get(ROOT + "/statistics", answer(_ -> statistics()));
        routes.get(ROOT + "/guilds/{guild}/commands", answer(this::commands));
        routes.get(ROOT + "/channels/{channel}/messages", answer(this::messages));
        routes.get(ROOT + "/interactions/{id}", answer(r -> outcome(r, sent(r.http()))));
    }

    private SentInteraction sent(Context http) {
        long id = Json.id(Json.object().textNode(http.pathParam("id")));
        if (control.interaction(id).isEmpty()) {
            throw CommandData.refuse("There is no such interaction");
        }
        return new SentInteraction(control, id);
    }

    private ObjectNode world() {
        synchronized (control.world()) {
            return WorldJson.world(control.world());
        }
    }

    private ObjectNode statistics() {
        ObjectNode json = Json.object();
        json.put("gateway_connections", control.gateway().connections());
        json.put("identifies", control.gateway().identifies());
        json.put("resumes", control.gateway().resumes());
        json.put("rest_calls", control.rest().calls());
        json.put("rest_invalid", control.rest().invalidCalls());
        json.put("rest_limited", control.rest().limitedCalls());
        json.put("voice_connections", control.voice().connectedGuilds().size());
        return json;
    }

    private ArrayNode commands(Request request) {
        ArrayNode list = Json.array();
        control.commands(request.guild()).forEach(list::add);
        return list;
    }

    private ArrayNode messages(Request request) {
        String as = request.http().queryParam("as");
        long user = as == null ? 0 : as.matches("\\d+") ? Long.parseLong(as) : control.userId(as);
        ArrayNode list = Json.array();
        control.messages(request.channelInPath(), user).forEach(m -> list.add(m.json()));
        return list;
    }

    private void people(RoutesConfig routes) {
        People people = control.people();
        routes.post(
                PERSON + "/command",
                sent(r ->
                        people.runCommand(
                                r.user(),
                                r.channelInBody(),
                                r.text("command"),
                                r.texts("options"))));
        routes.post(
                PERSON + "/autocomplete",
                sent(r ->
                        people.autocomplete(
                                r.user(),
                                r.channelInBody(),
                                r.text("command"),
                                r.texts("options"),
                                r.text("focused"))));
        routes.post(
                PERSON + "/click",
                sent(r -> people.click(r.user(), r.id("message"), r.text("custom_id"))));
        routes.post(
                PERSON + "/select",
                sent(r ->
                        people.select(
                                r.user(), r.id("message"), r.text("custom_id"), r.list("values"))));
        routes.post(
                PERSON + "/modal",
                sent(r -> people.submitModal(r.user(), r.id("interaction"), r.texts("fields"))));
        routes.post(
                PERSON + "/message",
                answer(r -> people.write(r.user(), r.channelInBody(), r.text("content")).json()));
        routes.put(PERSON + "/voice", act(r -> people.joinVoice(r.user(), r.channelInBody())));
        routes.delete(PERSON + "/voice", act(r -> people.leaveVoice(r.user(), r.guildInBody())));
        routes.put(PERSON + "/deafened", act(r -> people.deafen(r.user(), r.guildInBody())));
        routes.delete(PERSON + "/deafened", act(r -> people.undeafen(r.user(), r.guildInBody())));
    }

    private void moderator(RoutesConfig routes) {
        Moderator moderator = control.moderator();
        routes.put(
                MODERATOR + "/bot/voice",
                act(r -> moderator.moveBot(r.guildInBody(), r.channelInBody())));
        routes.delete(
                MODERATOR + "/bot/voice", act(r -> moderator.kickBotFromVoice(r.guildInBody())));
        routes.put(MODERATOR + "/bot/muted", act(r -> moderator.muteBot(r.guildInBody())));
        routes.delete(MODERATOR + "/bot/muted", act(r -> moderator.unmuteBot(r.guildInBody())));
        routes.put(
                MODERATOR + "/channels/{channel}/overwrite",
                act(r ->
                        moderator.overwrite(
                                r.channelInPath(),
                                new Overwrite(
                                        r.body().has("target") ? r.id("target") : control.botId(),
                                        r.truth("role") ? Target.ROLE : Target.MEMBER,
                                        bits(r, "allow"),
                                        bits(r, "deny")))));
        routes.put(
                MODERATOR + "/channels/{channel}/user_limit",
                act(r -> moderator.limitUsers(r.channelInPath(), r.number("people", 0))));
        routes.delete(
                MODERATOR + "/channels/{channel}",
                act(r -> moderator.deleteChannel(r.channelInPath())));
    }

    private static long bits(Request request, String field) {
        return Permission.of(
                request.list(field).stream()
                        .map(name -> Permission.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toArray(Permission[]::new));
    }

    private Handler sent(Function<Request, SentInteraction> deed) {
        return answer(r -> outcome(r, deed.apply(r)));
    }

    /** Waits if asked to; what is not there in time is simply not in the answer. */
    private static JsonNode outcome(Request request, SentInteraction sent) {
        Duration patience = request.patience();
        if (patience.isPositive()) {
            try {
                sent.await("an answer", patience, ControlRoutes::isSettled);
            } catch (IllegalStateException _) {
                return sent.now().json();
            }
        }
        return sent.now().json();
    }

    /** After a modal or a deferred update nothing more need come. */
    private static boolean isSettled(InteractionView view) {
        return view.isCompleted() || view.modal().isPresent() || view.answer() == DEFERRED_UPDATE;
    }

    private Handler act(Consumer<Request> deed) {
        return answer(r -> {
            deed.accept(r);
            return Json.object().put("done", true);
        });
    }

    private Handler answer(Function<Request, JsonNode> question) {
        return http -> reply(control, http, question);
    }

    static void reply(Control control, Context http, Function<Request, JsonNode> question) {
        answer(
                control,
                http,
                request ->
                        http.contentType("application/json")
                                .result(Json.text(question.apply(request))));
    }

    /** Whatever the answer is made of: what cannot be understood is the caller's fault. */
    static void answer(Control control, Context http, Consumer<Request> write) {
        try {
            write.accept(Request.of(control, http));
        } catch (IllegalArgumentException | IllegalStateException refused) {
            JsonNode json = Json.object().put("error", String.valueOf(refused.getMessage()));
            http.status(400).contentType("application/json").result(Json.text(json));
        }
    }
}
