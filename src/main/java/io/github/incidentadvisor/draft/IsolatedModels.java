package io.github.incidentadvisor.draft;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Loads the drafter with the client library beside the engine, in a class loader of its own: our package for it and what only it
 * needs come from there, all else from the engine's. Only {@link Drafter}, types of this package and the JDK's cross.
 */
public final class IsolatedModels implements Models {
    private static final String DRAFTER = "io.github.incidentadvisor.draft.openai.OpenAiDrafter";

    private final Supplier<List<URL>> jars;

    /** @param jars of the client library and what it needs; asked for once, when a model is */
    public IsolatedModels(Supplier<List<URL>> jars) {
        this.jars = jars;
    }

    @Override
    public Drafter drafter(ModelChoice choice) {
        List<URL> urls = new ArrayList<>(jars.get());
        urls.add(IsolatedModels.class.getProtectionDomain().getCodeSource().getLocation());
        Inside inside = new Inside(urls.toArray(URL[]::new), IsolatedModels.class.getClassLoader());
        try {
            Object drafter = Class.forName(DRAFTER, true, inside)
                    .getConstructor(URI.class, String.class, String.class, ProxySelector.class, Duration.class)
                    .newInstance(choice.baseUrl(), choice.key(), choice.model(), choice.proxies(), choice.patience());
            return (Drafter) drafter;
        } catch (InvocationTargetException | LinkageError e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new NoDraft("the client library for models does not start: "
                    + cause.getClass().getSimpleName());
        } catch (ReflectiveOperationException e) {
            throw new NoDraft("the client library for models does not fit: "
                    + e.getClass().getSimpleName());
        }
    }

    /** Its own first for the packages that are only there; else the parent's. */
    private static final class Inside extends URLClassLoader {
        private static final List<String> OWN = List.of(
                "io.github.incidentadvisor.draft.openai.",
                "com.openai.",
                "kotlin.",
                "com.fasterxml.jackson.module.kotlin.",
                "com.fasterxml.jackson.datatype.",
                "com.github.victools.",
                "io.swagger.");

        Inside(URL[] urls, ClassLoader parent) {
            super("incident-advisor-model", urls, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (OWN.stream().noneMatch(name::startsWith)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
        }
    }
}
