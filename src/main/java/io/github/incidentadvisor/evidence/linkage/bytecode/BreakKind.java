package io.github.incidentadvisor.evidence.linkage.bytecode;

/** What is different about what a reference came to. */
public enum BreakKind {
    CLASS_REMOVED,
    /** A class that is there inherits from one that is gone: it cannot be loaded. */
    SUPERTYPE_REMOVED,
    CLASS_HIDDEN,
    CLASS_NOW_INTERFACE,
    INTERFACE_NOW_CLASS,
    CLASS_NOW_ABSTRACT,
    CLASS_NOW_FINAL,
    CLASS_NOW_SEALED,
    METHOD_REMOVED,
    /** There is a method of that name that was not there before. */
    PARAMETERS_CHANGED,
    RETURN_TYPE_CHANGED,
    METHOD_HIDDEN,
    METHOD_NOW_STATIC,
    METHOD_NO_LONGER_STATIC,
    /** It was called as {@code super.m()} and has no code any more. */
    METHOD_NOW_ABSTRACT,
    FIELD_REMOVED,
    ENUM_CONSTANT_REMOVED,
    FIELD_TYPE_CHANGED,
    FIELD_HIDDEN,
    FIELD_NOW_STATIC,
    FIELD_NO_LONGER_STATIC,
    FIELD_NOW_FINAL,
    ABSTRACT_METHOD_ADDED,
    /** Two interfaces give a default for the same method and the class has none of its own. */
    DEFAULTS_CONFLICT,
    OVERRIDES_FINAL,
    OVERRIDES_NOTHING,
    EXCEPTION_ADDED,
    EXCEPTION_REMOVED
}
