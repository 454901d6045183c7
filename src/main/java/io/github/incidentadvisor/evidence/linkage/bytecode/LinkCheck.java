package io.github.incidentadvisor.evidence.linkage.bytecode;

import io.github.incidentadvisor.evidence.linkage.bytecode.Use.Kind;
import java.util.List;

/** Every reference of a class, resolved on both sides. Safe for many threads. */
final class LinkCheck {
    private final Comparison comparison;
    private final ClassCheck classes;
    private final MethodCheck methods;
    private final FieldCheck fields;
    private final LambdaCheck lambdas;
    private final InheritanceCheck inheritance;
    private final OverrideCheck overrides;

    LinkCheck(Comparison comparison) {
        this.comparison = comparison;
        this.classes = new ClassCheck(comparison);
        this.methods = new MethodCheck(comparison);
        this.fields = new FieldCheck(comparison);
        this.lambdas = new LambdaCheck(comparison);
        this.inheritance = new InheritanceCheck(comparison);
        this.overrides = new OverrideCheck(comparison);
    }

    /** @param caller the class, which is the same on both sides */
    List<Break> check(ClassShape caller, Uses uses) {
        Breaks out = new Breaks(caller, uses);
        inheritance.check(out);
        overrides.check(out);
        for (Use use : uses.all()) {
            if (!comparison.isSame(use.owner()) && classes.resolves(out, use)) {
                if (use.kind().isCall()) {
                    methods.check(out, use);
                } else if (use.kind().isField()) {
                    fields.check(out, use);
                } else if (use.kind() == Kind.LAMBDA) {
                    lambdas.check(out, use);
                } else {
                    classes.creates(out, use);
                }
            }
        }
        return out.all();
    }
}
