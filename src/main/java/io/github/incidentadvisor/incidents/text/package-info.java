/** How a text is cut into what can be searched and quoted. */
package io.github.incidentadvisor.incidents.text;
