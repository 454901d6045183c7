/** What happened on GitHub that started this run. */
package io.github.incidentadvisor.action.event;
