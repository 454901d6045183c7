package io.github.incidentadvisor.evidence.linkage.bytecode;

import java.util.Optional;

/** What a reference to a member comes to. */
sealed interface Resolution {
    /** It comes to this member, which {@code owner} declares. Whether the caller may use it is another question: {@link Access}. */
    record Found(ClassShape owner, Member member) implements Resolution {}

    /** Everything was looked through, and it is not there. */
    record Missing() implements Resolution {}

    /** It is not in what could be looked through, and a supertype is missing. */
    record Unknown() implements Resolution {}

    default Optional<Found> found() {
        return this instanceof Found found ? Optional.of(found) : Optional.empty();
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }
}
