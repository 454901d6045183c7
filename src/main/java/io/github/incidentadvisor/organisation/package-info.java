/**
 * Many repositories seen as one: their migrations folded, who uses what, what changed since the last scan, and what came of the advice
 * that was given. Values and folding only; nothing here reads or writes.
 */
package io.github.incidentadvisor.organisation;
