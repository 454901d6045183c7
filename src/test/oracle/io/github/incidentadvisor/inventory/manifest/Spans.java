package io.github.incidentadvisor.inventory.manifest;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.PrintOutputCapture;
import org.openrewrite.Tree;
import org.openrewrite.hcl.internal.HclPrinter;
import org.openrewrite.hcl.tree.Hcl;
import org.openrewrite.hcl.tree.Space;

/** Where the nodes of the oracle's tree begin and end. The tree does not say; printing it does. */
final class Spans {
    private final String text;
    private final Map<UUID, Integer> from;
    private final Map<UUID, Integer> to;

    private Spans(String text, Map<UUID, Integer> from, Map<UUID, Integer> to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    static Spans of(Hcl.ConfigFile file) {
        Map<UUID, Integer> from = new HashMap<>();
        Map<UUID, Integer> to = new HashMap<>();
        PrintOutputCapture<Integer> out = new PrintOutputCapture<>(0);
        new HclPrinter<Integer>() {
            @Override
            public Hcl visit(Tree tree, PrintOutputCapture<Integer> into) {
                int start = into.out.length();
                Hcl visited = super.visit(tree, into);
                if (tree instanceof Hcl node) {
                    PrintOutputCapture<Integer> space = new PrintOutputCapture<>(0);
                    new HclPrinter<Integer>().visitSpace(node.getPrefix(), Space.Location.CONFIG_FILE, space);
                    from.put(node.getId(), start + space.out.length());
                    to.put(node.getId(), into.out.length());
                }
                return visited;
            }
        }.visit(file, out);
        return new Spans(out.getOut(), from, to);
    }

    /** The whole file as the oracle prints it. */
    String text() {
        return text;
    }

    /** Where the node begins: after spaces that the tree has as those of its first child. */
    int from(Tree node) {
        int at = from.get(node.getId());
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    int to(Tree node) {
        return to.get(node.getId());
    }

    String raw(Tree node) {
        return text.substring(from(node), to(node)).strip();
    }

    int line(Tree node) {
        return line(from(node));
    }

    int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
