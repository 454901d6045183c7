package io.github.incidentadvisor;

import io.github.incidentadvisor.git.Tree;
import io.github.incidentadvisor.inventory.Inventory;
import io.github.incidentadvisor.model.Change;
import java.util.List;

/**
 * Two states and what differs.
 *
 * @param tree the later one
 */
record Step(Tree tree, Inventory before, Inventory head, List<Change> changes) {}
