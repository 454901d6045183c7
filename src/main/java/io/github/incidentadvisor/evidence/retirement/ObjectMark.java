package io.github.incidentadvisor.evidence.retirement;

import io.github.incidentadvisor.inventory.DeclaredObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * That a resource of a type is there.
 *
 * @param data whether data sources of Terraform are meant, and not resources
 */
record ObjectMark(Pattern type, boolean data) implements Mark {
    private static final Set<String> FORMATS = Set.of("terraform", "cloudformation", "pulumi");

    @Override
    public Set<String> kinds() {
        return Set.of();
    }

    @Override
    public boolean inObjects() {
        return true;
    }

    @Override
    public List<Hit> in(DeclaredObject object) {
        boolean meant = FORMATS.contains(object.format())
                && object.api().equals("data") == data
                && type.matcher(Mark.type(object.type())).matches();
        return meant ? List.of(Hit.of(object.type())) : List.of();
    }
}
