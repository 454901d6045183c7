package io.github.incidentadvisor.evidence.linkage.runtime;

import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Java source says in strings, and what it defines that strings may mean.
 *
 * @param imports names of its imports, those on demand ending in {@code .*}; static ones left out
 * @param beans names of methods annotated to give beans
 * @param types simple names of the types that it declares
 * @param classLiterals names before {@code .class} in the first argument of a call, by their place
 */
record JavaFile(
        String path,
        String packageName,
        List<String> imports,
        List<Literal> literals,
        Set<String> beans,
        Set<String> types,
        List<ClassArgument> classLiterals) {
    JavaFile {
        imports = List.copyOf(imports);
        literals = List.copyOf(literals);
        beans = Set.copyOf(beans);
        types = Set.copyOf(types);
        classLiterals = List.copyOf(classLiterals);
    }

    static JavaFile of(String path, String text) {
        return new JavaReading(path, JavaTokens.of(text)).read();
    }

    /**
     * A string.
     *
     * @param whole whether it is all of the value: not a part of a concatenation
     * @param call the call or annotation that it is given to, the innermost
     * @param attribute of the annotation; {@code value} where it is left out, empty in a call
     * @param position which argument of the call, from 0
     */
    record Literal(String value, Place place, boolean whole, Call call, String attribute, int position) {
        boolean isIn(String annotation) {
            return call.isAnnotation() && call.name().equals(annotation);
        }

        boolean isArgumentOf(String method) {
            return !call.isAnnotation() && call.name().equals(method);
        }
    }

    /**
     * A call or an annotation; each has an identity, so that arguments of the same one are known.
     *
     * @param name simple name of the method, class or annotation; empty where there is none
     * @param beside names of all annotations on the same declaration, for an annotation
     * @param attributes strings of the annotation by attribute, the last of each
     */
    record Call(String name, boolean isAnnotation, Set<String> beside, Map<String, String> attributes) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** {@code on.method(Type.class …)}. */
    record ClassArgument(String on, String method, String type, Place place) {}
}
