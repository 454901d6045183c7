/** What differs between two inventories. */
package io.github.incidentadvisor.changes;
