package io.github.incidentadvisor.incidents.names;

import java.util.List;

/** Whether a ticket's project is the one that makes a thing: {@code hashicorp/terraform-provider-aws} is that of the aws provider. */
public final class Projects {
    private final Vocabulary vocabulary = Vocabulary.bundled();

    /** @param tracker {@code OWNER/NAME}; empty when the incident stands in no tracker */
    public boolean isOf(Name name, String tracker) {
        List<String> all = Name.wordsOf(tracker);
        List<String> project = Name.wordsOf(tracker.substring(tracker.indexOf('/') + 1));
        return !project.isEmpty()
                && all.containsAll(name.words())
                && project.stream().anyMatch(name.words()::contains)
                && project.stream().allMatch(word -> name.words().contains(word) || saysLittle(word));
    }

    private boolean saysLittle(String word) {
        boolean form = vocabulary.has(Vocabulary.Sort.FORM, word) && !vocabulary.has(Vocabulary.Sort.PART, word);
        return form || word.matches("v?\\d+");
    }
}
