/** From what files call a component to what people call it. */
package io.github.incidentadvisor.incidents.names;
