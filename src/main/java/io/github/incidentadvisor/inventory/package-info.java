/** What a tree depends on. */
package io.github.incidentadvisor.inventory;
