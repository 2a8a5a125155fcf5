package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Payloads;
import dev.downbeat.localdiscord.rest.Interaction;
import dev.downbeat.localdiscord.rest.Messages;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Member;
import dev.downbeat.localdiscord.world.Message;
import dev.downbeat.localdiscord.world.World;

/** INTERACTION_CREATE, in Discord's words. The caller holds the world. */
final class InteractionPayload {
    private InteractionPayload() {}

    static ObjectNode of(
            World world, Guild guild, Interaction interaction, ObjectNode data, Messages messages) {
        Channel channel = interaction.channel();
        ObjectNode json = Json.object();
        json.put("id", Long.toString(interaction.id()));
        json.put("application_id", Long.toString(world.bot().id()));
        json.put("type", interaction.type());
        json.put("token", interaction.token());
        json.put("version", 1);
        json.put("guild_id", Long.toString(guild.id()));
        ObjectNode where = json.putObject("guild");
        where.put("id", Long.toString(guild.id()));
        where.put("locale", "en-US");
        where.putArray("features");
        json.put("channel_id", Long.toString(channel.id()));
        ObjectNode place = channel.json();
        Member member = guild.members().get(interaction.user().id());
        if (member == null) {
            throw CommandData.refuse(interaction.user().name() + " is not in " + guild.name());
        }
        ObjectNode person = Payloads.memberIn(guild, member, channel);
        place.set("permissions", person.get("permissions"));
        json.set("channel", place);
        json.set("member", person);
        json.put("locale", interaction.user().locale());
        json.put("guild_locale", "en-US");
        json.put("app_permissions", Long.toString(guild.permissions(world.bot().id(), channel)));
        json.put("context", 0);
        json.putObject("authorizing_integration_owners").put("0", Long.toString(guild.id()));
        json.putArray("entitlements");
        json.put("attachment_size_limit", 10 << 20);
        Message source = interaction.source();
        if (source != null) {
            json.set("message", messages.json(source));
        }
        json.set("data", data);
        return json;
    }
}
