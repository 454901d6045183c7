package io.github.incidentadvisor.inventory;

import io.github.incidentadvisor.model.Place;
import java.util.List;

/**
 * A resource or object that a manifest declares, whether or not anything in it has a version: that it is there can be what
 * matters.
 *
 * @param format {@code kubernetes}, {@code terraform}, {@code cloudformation}, {@code pulumi}, or {@code github-step}: a step of a
 *     workflow that uses an action and passes it something
 * @param api what the type belongs to: the apiVersion of a Kubernetes object; {@code resource} or {@code data} of Terraform;
 *     empty elsewhere
 * @param type the kind of a Kubernetes object, the resource type elsewhere
 * @param name as the manifest names it; empty when it does not say
 * @param place the line of the apiVersion or of the resource
 * @param conditional whether it stands under a condition, so that it may not be in force
 * @param choice whether it may be one of several forms of which one is taken
 * @param values the short values in it that are known without evaluating anything
 */
public record DeclaredObject(
        String format,
        String api,
        String type,
        String name,
        Place place,
        boolean conditional,
        Choice choice,
        List<Value> values) {
    /** One that is no form of anything else. */
    public DeclaredObject(
            String format, String api, String type, String name, Place place, boolean conditional, List<Value> values) {
        this(format, api, type, name, place, conditional, Choice.NONE, values);
    }

    public DeclaredObject {
        values = List.copyOf(values);
    }

    /** What is known of the condition that an object stands under. */
    public enum Choice {
        NONE,
        /** It holds where another one does not. */
        ELSE,
        /** It asks what the cluster serves or which version it has. */
        CLUSTER
    }

    /**
     * A value in an object.
     *
     * @param path names from the object down with {@code .} between them, without list positions: {@code viewer_certificate.
     *     minimum_protocol_version}
     * @param text what it is, variables resolved
     * @param place the line of the attribute
     */
    public record Value(String path, String text, Place place) {}
}
