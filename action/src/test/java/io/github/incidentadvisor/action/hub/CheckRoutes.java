package io.github.incidentadvisor.action.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Check runs and code scanning. */
final class CheckRoutes {
    private final Store store;

    CheckRoutes(Store store, Routes routes) {
        this.store = store;
        routes.on("POST", "/check-runs", List.of("checks=write"), this::createCheckRun);
        routes.on("GET", "/check-runs/{check_run_id}", List.of("checks=read"), this::checkRun);
        routes.on("PATCH", "/check-runs/{check_run_id}", List.of("checks=write"), this::editCheckRun);
        routes.on("GET", "/check-runs/{check_run_id}/annotations", List.of("checks=read"), this::annotations);
        routes.on("GET", "/commits/{ref}/check-runs", List.of("checks=read"), this::checkRuns);
        routes.on("POST", "/code-scanning/sarifs", List.of("security_events=write"), this::sarif);
    }

    private Reply createCheckRun(Asked asked) {
        long id = store.nextId();
        ObjectNode run =
                Reply.object().put("id", id).put("name", asked.text("name")).put("head_sha", asked.text("head_sha"));
        run.put("started_at", store.now());
        store.checkRuns.put(id, run);
        store.annotations.put(id, new ArrayList<>());
        return Reply.created(written(run, asked));
    }

    private Reply checkRun(Asked asked) {
        return Reply.found(store.checkRuns, asked, "check_run_id");
    }

    private Reply editCheckRun(Asked asked) {
        ObjectNode run = store.checkRuns.get((long) asked.number("check_run_id"));
        return run == null ? Reply.notFound() : Reply.ok(written(run, asked));
    }

    private ObjectNode written(ObjectNode run, Asked asked) {
        for (String field : List.of("status", "conclusion", "external_id", "completed_at", "details_url")) {
            if (asked.body().hasNonNull(field)) {
                run.set(field, asked.body().get(field));
            }
        }
        if (run.hasNonNull("conclusion")) {
            run.put("status", "completed");
        }
        JsonNode output = asked.body().path("output");
        ObjectNode kept = run.withObject("/output");
        for (String field : List.of("title", "summary", "text")) {
            if (output.hasNonNull(field)) {
                kept.set(field, output.get(field));
            }
        }
        List<ObjectNode> annotations = store.annotations.get(run.path("id").asLong());
        output.path("annotations").forEach(one -> annotations.add(one.deepCopy()));
        kept.put("annotations_count", annotations.size());
        return run;
    }

    private Reply annotations(Asked asked) {
        return Reply.ok(Reply.array(store.annotations.getOrDefault((long) asked.number("check_run_id"), List.of())));
    }

    private Reply checkRuns(Asked asked) {
        String name = asked.query().getOrDefault("check_name", "");
        List<ObjectNode> runs = store.checkRuns.values().stream()
                .filter(one -> one.path("head_sha").asText().equals(asked.path().get("ref")))
                .filter(one -> name.isEmpty() || one.path("name").asText().equals(name))
                .sorted(Comparator.comparingLong(
                                (ObjectNode one) -> one.path("id").asLong())
                        .reversed())
                .toList();
        ObjectNode body = Reply.object().put("total_count", runs.size());
        body.set("check_runs", Reply.array(runs));
        return Reply.ok(body);
    }

    private Reply sarif(Asked asked) {
        if (!store.codeScanning) {
            return Reply.refused(403, "Advanced Security must be enabled for this repository to use code scanning.");
        }
        store.sarifs.add(asked.body().deepCopy());
        return new Reply(202, Map.of(), Reply.object().put("id", "47177e22-5596-11eb-80a1-c1e54ef945c6"));
    }
}
