package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Resolution.Found;
import org.objectweb.asm.Opcodes;

/**
 * Access control of JVMS 5.4.4 in one class space. All of a class path is loaded by one loader, so that classes of the same package
 * share a run-time package whatever jars they come from.
 */
final class Access {
    private final ClassSpace space;

    Access(ClassSpace space) {
        this.space = space;
    }

    boolean toClass(String from, ClassShape target) {
        return target.isPublic() && space.isExported(from, target.name()) || samePackage(from, target.name());
    }

    /** As the compiler sees it: a nested class has the access that its source gives it. */
    boolean toDeclaredClass(String from, ClassShape target) {
        if ((target.declaredAccess() & Opcodes.ACC_PUBLIC) != 0 || samePackage(from, target.name())) {
            return true;
        }
        int dollar = target.name().lastIndexOf('$');
        return (target.declaredAccess() & Opcodes.ACC_PROTECTED) != 0
                && dollar > 0
                && inNestOfSubclass(from, target.name().substring(0, dollar));
    }

    private boolean inNestOfSubclass(String from, String parent) {
        for (String at = from; ; at = at.substring(0, at.lastIndexOf('$'))) {
            if (space.hierarchy(at).isSubclassOf(parent)) {
                return true;
            }
            if (at.lastIndexOf('$') <= 0) {
                return false;
            }
        }
    }

    /** @param named the class that the reference names, which may be a subclass of the one that declares the member */
    boolean toMember(ClassShape from, String named, Found found) {
        Member member = found.member();
        String declaring = found.owner().name();
        if (member.is(Opcodes.ACC_PUBLIC)) {
            return true;
        }
        if (member.isPrivate()) {
            return from.name().equals(declaring)
                    || from.nest().equals(found.owner().nest()) && samePackage(from.name(), declaring);
        }
        if (samePackage(from.name(), declaring)) {
            return true;
        }
        return member.is(Opcodes.ACC_PROTECTED) && isProtectedVisible(from, named, found);
    }

    private boolean isProtectedVisible(ClassShape from, String named, Found found) {
        Hierarchy own = space.hierarchy(from.name());
        if (found.member().name().equals("<init>")) {
            return from.superName().equals(named);
        }
        return own.isSubclassOf(found.owner().name())
                && (found.member().isStatic()
                        || own.isSubclassOf(named)
                        || space.hierarchy(named).isSubclassOf(from.name()));
    }

    static boolean samePackage(String one, String other) {
        return Names.packageOf(one).equals(Names.packageOf(other));
    }

    /** The word for it. */
    static String word(int access) {
        if ((access & Opcodes.ACC_PUBLIC) != 0) {
            return "public";
        }
        if ((access & Opcodes.ACC_PROTECTED) != 0) {
            return "protected";
        }
        return (access & Opcodes.ACC_PRIVATE) != 0 ? "private" : "package-private";
    }
}
