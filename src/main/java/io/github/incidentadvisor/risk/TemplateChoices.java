package io.github.incidentadvisor.risk;

import io.github.incidentadvisor.evidence.KubernetesApis;
import io.github.incidentadvisor.evidence.KubernetesApis.Api;
import io.github.incidentadvisor.inventory.DeclaredObject;
import io.github.incidentadvisor.inventory.DeclaredObject.Choice;
import io.github.incidentadvisor.risk.Clusters.Cluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forms of one object of which a template takes one, by what a cluster serves or by a value. */
final class TemplateChoices {
    private final KubernetesApis apis;
    private final Map<List<String>, List<DeclaredObject>> choices = new HashMap<>();

    /** @param objects of Kubernetes */
    TemplateChoices(KubernetesApis apis, List<DeclaredObject> objects) {
        this.apis = apis;
        objects.stream().filter(DeclaredObject::conditional).forEach(object -> choices.computeIfAbsent(
                        choice(object), k -> new ArrayList<>())
                .add(object));
    }

    private static List<String> choice(DeclaredObject object) {
        return List.of(object.place().file(), object.type(), object.name());
    }

    /** Whether a template takes another form of the object, or none, where this one is not served. */
    boolean chooseWell(ApiUse use) {
        if (!use.object().conditional()) {
            return false;
        }
        List<DeclaredObject> forms = choices.get(choice(use.object()));
        boolean one = forms.stream().map(DeclaredObject::api).distinct().count() == 1;
        if (one) {
            return use.object().choice() == Choice.CLUSTER;
        }
        return forms.stream()
                .filter(form -> form.choice() != Choice.NONE || use.object().choice() != Choice.NONE)
                .anyMatch(form -> isServed(form, use.clusters()));
    }

    private boolean isServed(DeclaredObject form, List<Cluster> on) {
        Optional<Api> api = apis.of(form.api(), form.type());
        return api.isEmpty()
                || api.get().isOfKubernetes()
                        && !on.isEmpty()
                        && on.stream().noneMatch(cluster -> api.get().isGoneIn(cluster.release()));
    }
}
