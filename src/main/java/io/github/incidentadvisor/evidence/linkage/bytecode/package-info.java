/**
 * References of class files, resolved by the rules of the Java Virtual Machine Specification (chapters 5.4.3 to 5.4.6) on the class
 * paths before and after. No class is loaded.
 */
package io.github.incidentadvisor.evidence.linkage.bytecode;
