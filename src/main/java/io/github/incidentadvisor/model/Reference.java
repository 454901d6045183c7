package io.github.incidentadvisor.model;

/**
 * A member of a class as code names it.
 *
 * @param owner binary name with dots ({@code com.acme.Outer$Inner}); empty only in {@link #NONE}
 * @param member method or field name, {@code <init>}, or empty for the type itself
 * @param descriptor JVMS 4.3; empty for a type
 */
public record Reference(String owner, String member, String descriptor) {
    public static final Reference NONE = new Reference("", "", "");

    /** Whether it names anything. */
    public boolean isKnown() {
        return !owner.isEmpty();
    }

    /** {@code owner#member}, or only the owner for a type. */
    public String text() {
        return member.isEmpty() ? owner : owner + "#" + member;
    }
}
