/** What of a draft may be said: each sentence is held against the evidence that it cites and against all that is known. */
package io.github.incidentadvisor.verify;
