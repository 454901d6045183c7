package io.github.incidentadvisor.github;

import java.util.Optional;

/** What a code host said. Trouble is a value here and never an exception. */
public sealed interface Told<T> {
    /**
     * The thing itself.
     *
     * @param asOf ISO day on which the host last said so; empty for a clone, which is what it is
     */
    record Found<T>(T value, String asOf) implements Told<T> {}

    /** There is no such thing, or none that we may see: a private repository looks the same. */
    record Missing<T>() implements Told<T> {}

    /**
     * It did not say.
     *
     * @param why a clause for people: what happened, and what it takes to do better
     */
    record Silent<T>(String why) implements Told<T> {}

    /** The thing, if it was told. */
    default Optional<T> thing() {
        return this instanceof Found<T> found ? Optional.of(found.value()) : Optional.empty();
    }

    /** The day of the thing; empty when there is none. */
    default String day() {
        return this instanceof Found<T> found ? found.asOf() : "";
    }

    /** The same trouble about another kind of thing; of a thing itself there is no trouble. */
    default <S> Told<S> trouble() {
        return this instanceof Silent<T> silent ? new Silent<>(silent.why()) : new Missing<>();
    }
}
