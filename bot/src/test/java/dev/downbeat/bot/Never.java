package dev.downbeat.bot;

import java.lang.reflect.Proxy;

/** Stands where something is handed on but must not be used. */
public final class Never {
    private Never() {}

    public static <T> T used(Class<T> type) {
        Object proxy =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) -> {
                            throw new AssertionError(method.getName() + " was called");
                        });
        return type.cast(proxy);
    }
}
