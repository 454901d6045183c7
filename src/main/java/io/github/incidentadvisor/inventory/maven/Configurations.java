package io.github.incidentadvisor.inventory.maven;

import io.github.incidentadvisor.inventory.Configuration;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Plugin configurations as plain records, no deeper than anybody writes them. */
final class Configurations {
    private static final int DEEPEST = 12;
    private static final int WIDEST = 10_000;

    private Configurations() {}

    /** @param configuration of a plugin or an execution; anything else is no configuration */
    static Configuration of(Object configuration) {
        return configuration instanceof Xpp3Dom dom ? of(dom, 0) : Configuration.NONE;
    }

    private static Configuration of(Xpp3Dom dom, int depth) {
        List<Configuration> children = new ArrayList<>();
        if (depth < DEEPEST) {
            for (Xpp3Dom child : dom.getChildren()) {
                if (children.size() < WIDEST) {
                    children.add(of(child, depth + 1));
                }
            }
        }
        String implementation = dom.getAttribute("implementation");
        return new Configuration(
                dom.getName(),
                implementation == null ? "" : implementation,
                dom.getValue() == null ? "" : dom.getValue().strip(),
                children);
    }
}
