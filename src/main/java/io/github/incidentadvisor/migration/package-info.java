/**
 * A migration begun: {@code Ground → Plan → Begun}. What is mechanical becomes edits that are exact to the byte, what is not becomes
 * tasks; {@code Apply} shows them, writes them into files, or commits them on a branch.
 */
package io.github.incidentadvisor.migration;
