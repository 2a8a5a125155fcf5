package dev.downbeat.localdiscord.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.downbeat.localdiscord.gateway.Gateway;
import dev.downbeat.localdiscord.gateway.VoiceStates;
import dev.downbeat.localdiscord.world.Changes;
import dev.downbeat.localdiscord.world.Channel;
import dev.downbeat.localdiscord.world.Guild;
import dev.downbeat.localdiscord.world.Intents;
import dev.downbeat.localdiscord.world.Json;
import dev.downbeat.localdiscord.world.Overwrite;
import dev.downbeat.localdiscord.world.Overwrite.Target;
import dev.downbeat.localdiscord.world.Permission;
import dev.downbeat.localdiscord.world.Role;
import dev.downbeat.localdiscord.world.VoiceState.Hearing;
import dev.downbeat.localdiscord.world.World;

import java.util.Set;

/** What a moderator of a guild does to the bot and to channels. */
public final class Moderator {
    private final Control control;
    private final World world;
    private final Gateway gateway;
    private final VoiceStates voice;
    private final Changes changes;

    Moderator(Control control, World world, Gateway gateway, VoiceStates voice, Changes changes) {
        this.control = control;
        this.world = world;
        this.gateway = gateway;
        this.voice = voice;
        this.changes = changes;
    }

    /** Drags the bot to another voice channel. */
    public void moveBot(long guildId, long channelId) {
        synchronized (world) {
            voice.moveBot(control.guild(guildId), channelId);
        }
    }

    /** Disconnects the bot from voice. */
    public void kickBotFromVoice(long guildId) {
        synchronized (world) {
            voice.kickBot(control.guild(guildId));
        }
    }

    public void muteBot(long guildId) {
        hear(guildId, new Hearing(true, false));
    }

    public void unmuteBot(long guildId) {
        hear(guildId, Hearing.OPEN);
    }

    private void hear(long guildId, Hearing hearing) {
        synchronized (world) {
            voice.restrict(control.guild(guildId), world.bot().id(), hearing);
        }
    }

    /** Takes permissions from the bot in one channel, by an overwrite for it. */
    public void deny(long channelId, Permission... permissions) {
        long bits = Permission.of(permissions);
        overwrite(channelId, new Overwrite(world.bot().id(), Target.MEMBER, 0, bits));
    }

    /** Takes the bot's overwrite in the channel away again. */
    public void restore(long channelId) {
        overwrite(channelId, new Overwrite(world.bot().id(), Target.MEMBER, 0, 0));
    }

    /** Puts an overwrite in place; one that says nothing removes it. */
    public void overwrite(long channelId, Overwrite overwrite) {
        synchronized (world) {
            Channel channel = channel(channelId);
            if (overwrite.allow() == 0 && overwrite.deny() == 0) {
                channel.overwrites().remove(overwrite.targetId());
            } else {
                channel.overwrites().put(overwrite.targetId(), overwrite);
            }
            updated(channel);
        }
    }

    /** Limits how many may be in a voice channel; 0 is no limit. */
    public void limitUsers(long channelId, int people) {
        synchronized (world) {
            Channel channel = channel(channelId);
            channel.setUserLimit(people);
            updated(channel);
        }
    }

    private void updated(Channel channel) {
        gateway.dispatch(channel.guildId(), Intents.GUILDS, "CHANNEL_UPDATE", channel.json());
        changes.tell("channel", Json.object().put("id", Long.toString(channel.id())));
    }

    /** Sets a role's permissions; the role with the guild's id is everyone's. */
    public void setRole(long guildId, long roleId, Set<Permission> permissions) {
        synchronized (world) {
            Guild guild = control.guild(guildId);
            Role role = guild.roles().get(roleId);
            if (role == null) {
                throw new IllegalArgumentException("There is no role " + roleId);
            }
            long bits = Permission.of(permissions.toArray(Permission[]::new));
            guild.roles().put(roleId, role.withPermissions(bits));
            ObjectNode d = Json.object().put("guild_id", Long.toString(guildId));
            d.set("role", guild.roles().get(roleId).json());
            gateway.dispatch(guildId, Intents.GUILDS, "GUILD_ROLE_UPDATE", d);
        }
    }

    /** Deletes a channel; whoever was in it is out of voice. */
    public void deleteChannel(long channelId) {
        synchronized (world) {
            Channel channel = channel(channelId);
            Guild guild = control.guild(channel.guildId());
            guild.channels().remove(channelId);
            gateway.dispatch(guild.id(), Intents.GUILDS, "CHANNEL_DELETE", channel.json());
            voice.empty(guild, channelId);
            changes.tell("channel", Json.object().put("id", Long.toString(channelId)));
        }
    }

    private Channel channel(long id) {
        return world.channel(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no channel " + id));
    }
}
