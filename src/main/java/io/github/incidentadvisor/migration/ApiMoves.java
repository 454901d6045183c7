package io.github.incidentadvisor.migration;

import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.evidence.KubernetesApis.Change;
import io.github.incidentadvisor.evidence.KubernetesApis.Replacement;
import io.github.incidentadvisor.evidence.KubernetesRelease;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredObject.Choice;
import io.github.incidentadvisor.migration.FileText.Span;
import io.github.incidentadvisor.migration.FileText.Words;
import io.github.incidentadvisor.model.Place;
import java.util.List;
import java.util.Optional;

/** Kubernetes objects moved to the apiVersion that takes the place of theirs, where that is all that changes and is stated. */
final class ApiMoves {
    private final Ground ground;

    ApiMoves(Ground ground) {
        this.ground = ground;
    }

    Proposal propose() {
        return ground.inventory().objects().stream()
                .filter(object -> object.format().equals("kubernetes"))
                .filter(object -> ground.migration().places().contains(object.place()))
                .map(object -> ground.apis()
                        .of(object.api(), object.type())
                        .map(api -> moved(object, api))
                        .orElseGet(() -> Proposal.done(object.place())))
                .reduce(Proposal.NOTHING, Proposal::and);
    }

    private Proposal moved(DeclaredObject object, Api api) {
        Place place = object.place();
        KubernetesRelease release =
                KubernetesRelease.of(ground.migration().target().text());
        Optional<Replacement> to = api.replacementIn(release);
        if (to.isEmpty()) {
            return Proposal.left(place, ground.task(place), "nothing of its kind takes its place");
        }
        String why = against(object, api, to.get());
        if (!why.isEmpty()) {
            return Proposal.left(place, ground.task(place), why);
        }
        Optional<FileText> file = ground.file(place.file());
        List<Span> found = file.flatMap(
                        text -> text.line(place.line()).map(line -> text.all(line, object.api(), Words.WHOLE)))
                .orElse(List.of());
        return found.size() == 1
                ? Proposal.of(file.orElseThrow().edit(found.get(0), to.get().apiVersion()), place)
                : Proposal.left(
                        place, ground.task(place), "'" + object.api() + "' stands there " + found.size() + " times");
    }

    private static String against(DeclaredObject object, Api api, Replacement to) {
        if (object.choice() != Choice.NONE) {
            return "the template chooses between several forms of it";
        }
        if (!to.kind().equals(api.kind())) {
            return "it becomes another kind, " + to.kind();
        }
        if (!api.isCertain()) {
            return "only lists of other tools name " + to.apiVersion();
        }
        return to.change() == Change.NAME_ONLY
                ? ""
                : to.change() == Change.FIELDS
                        ? "fields change too: " + to.changes()
                        : "what else changes with " + to.apiVersion() + " is not stated";
    }
}
