package io.github.incidentadvisor.organisation;

import io.github.incidentadvisor.inventory.maven.VersionOrder;
import io.github.incidentadvisor.model.AdvisorException;
import io.github.incidentadvisor.model.Component;
import io.github.incidentadvisor.model.Component.Artifact;
import io.github.incidentadvisor.model.Version;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question about who uses what: {@code group:artifact<2.0}, {@code postgres<=15}, {@code actions/checkout=v4}, or a name alone for
 * every version.
 *
 * @param name {@code group:artifact} ({@code group:*} for all of a group), or what reports call an image, action, chart or platform
 * @param relation one of {@code <}, {@code <=}, {@code =}, {@code >=}, {@code >}; empty for every version
 */
public record Who(String text, String name, String relation, Version version) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([^<>=\\s]{1,300}?)\\s*(?:(<=|>=|<|>|==?)\\s*([^<>=\\s]{1,100}))?\\s*");

    /** @throws AdvisorException when it is none */
    public static Who parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new AdvisorException(
                    "who is '" + text + "'; it must be a name, or a name, one of < <= = >= > and a version:"
                            + " group:artifact<2.0, postgres<=15, actions/checkout=v4.");
        }
        String relation = form.group(2) == null ? "" : form.group(2).replace("==", "=");
        return new Who(
                text.strip(), form.group(1), relation, new Version(form.group(3) == null ? "" : plain(form.group(3))));
    }

    /** What a use is to a question. */
    public enum Match {
        NO,
        YES,
        /** It is the component, and its version is not known. */
        UNSURE
    }

    /** Whether it is meant. */
    public Match of(Component component, Version its) {
        if (!isNamed(component)) {
            return Match.NO;
        }
        if (relation.isEmpty()) {
            return Match.YES;
        }
        String plain = plain(its.unpinned().text());
        if (plain.isEmpty() || !Character.isDigit(plain.charAt(0))) {
            return Match.UNSURE;
        }
        int order = VersionOrder.MAVEN.compare(new Version(number(component, plain)), version);
        boolean meant =
                switch (relation) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    default -> order == 0;
                };
        return meant ? Match.YES : Match.NO;
    }

    private boolean isNamed(Component component) {
        if (component instanceof Artifact artifact) {
            return name.equals(artifact.ga()) || name.equals(artifact.group() + ":*");
        }
        return name.equalsIgnoreCase(component.name());
    }

    /** Of a tag like {@code 15-alpine} the version alone: what follows names a flavour, and no earlier one. */
    private static String number(Component component, String text) {
        return component instanceof Artifact ? text : text.replaceFirst("[^0-9.].*$", "");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).matches("v\\d.*") ? text.substring(1) : text;
    }
}
