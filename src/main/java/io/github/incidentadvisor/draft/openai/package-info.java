/** Words from any server that speaks OpenAI's Chat Completions; the only place that knows the client library. */
package io.github.incidentadvisor.draft.openai;
