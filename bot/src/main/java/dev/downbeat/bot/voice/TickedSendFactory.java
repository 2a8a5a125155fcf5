package dev.downbeat.bot.voice;

import dev.downbeat.audio.Ticked;

import net.dv8tion.jda.api.audio.factory.IAudioSendFactory;
import net.dv8tion.jda.api.audio.factory.IAudioSendSystem;
import net.dv8tion.jda.api.audio.factory.IPacketProvider;

import java.util.function.Function;

/** Lets the one tick drive every voice connection of JDA. */
public final class TickedSendFactory implements IAudioSendFactory {
    private final Function<Ticked, AutoCloseable> tick;

    /**
     * @param tick joins the tick; closing the result leaves it
     */
    public TickedSendFactory(Function<Ticked, AutoCloseable> tick) {
        this.tick = tick;
    }

    @Override
    public IAudioSendSystem createSendSystem(IPacketProvider provider) {
        var handler =
                provider.getConnectedChannel().getGuild().getAudioManager().getSendingHandler();
        if (handler instanceof TapHandler ours) {
            return new TickedSendSystem(provider, ours, tick);
        }
        throw new IllegalStateException("voice was opened by somebody else");
    }
}
