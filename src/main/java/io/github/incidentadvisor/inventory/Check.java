package io.github.incidentadvisor.inventory;

import java.util.List;

/**
 * A check that a module's build runs, as its effective model has it: one rule of one execution.
 *
 * @param module file of the module's POM
 * @param plugin what runs it; the version may be empty when no POM says one
 * @param execution id of the execution
 * @param rule its name, the way it is spelt in the plugin's own documentation
 * @param fails whether an objection fails the build; otherwise it is a warning
 * @param configuration the rule's own, or the execution's where the plugin is the rule
 * @param view which dependencies the rule looks at
 */
public record Check(
        String module,
        Tool plugin,
        String execution,
        String rule,
        boolean fails,
        Configuration configuration,
        View view) {
    /**
     * A plugin with what its declaration adds to its class path.
     *
     * @param name {@code group:artifact}
     * @param additions {@code group:artifact:version} of each
     */
    public record Tool(String name, String version, List<String> additions) {
        public Tool {
            additions = List.copyOf(additions);
        }
    }
}
