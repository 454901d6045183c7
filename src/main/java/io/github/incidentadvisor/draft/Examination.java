package io.github.incidentadvisor.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.incidentadvisor.model.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a second reader gets to know: each sentence that may be said beside the evidence that it cites, and the tasks that exist. Its
 * answer can name sentences, and nothing else.
 *
 * @param sentences that are asked about; the first is number 1
 * @param leftOut sentences that did not fit
 */
public record Examination(Prompt prompt, List<Draft.Sentence> sentences, int leftOut) {
    /** Of the whole: tasks are shown once, sentences are what it is for. */
    private static final int SHARE_OF_TASKS = 4;

    private static final int CONCLUSIONS = 4;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Examination {
        sentences = List.copyOf(sentences);
    }

    /**
     * The examination of what may be said.
     *
     * @param said sentences that cite entries of {@code dossier}
     * @param tokens what it may cost at most
     */
    public static Examination of(List<Draft.Sentence> said, Dossier dossier, int tokens) {
        int left = Material.characters(tokens);
        ObjectNode root = Material.node().put("today", dossier.asOf().toString());
        left -= tasks(root.putArray("tasks"), dossier, left / SHARE_OF_TASKS);
        ArrayNode shown = root.putArray("sentences");
        List<Draft.Sentence> asked = new ArrayList<>();
        int leftOut = 0;
        for (Draft.Sentence sentence : new LinkedHashSet<>(said)) {
            ObjectNode one = beside(sentence, dossier, asked.size() + 1);
            int size = one.toString().length();
            if (size > left) {
                leftOut++;
                continue;
            }
            left -= size;
            shown.add(one);
            asked.add(sentence);
        }
        return new Examination(Material.prompt(Errand.EXAMINATION, root), asked, leftOut);
    }

    private static int tasks(ArrayNode shown, Dossier dossier, int most) {
        int size = 0;
        for (Task task : dossier.tasks()) {
            String text = Material.of(task);
            if (size + text.length() <= most) {
                shown.add(text);
                size += text.length() + 3;
            }
        }
        return size;
    }

    private static ObjectNode beside(Draft.Sentence sentence, Dossier dossier, int number) {
        ObjectNode one = Material.node().put("number", number).put("text", Redaction.of(sentence.text()));
        List<Dossier.Entry> cited = sentence.cites().stream()
                .distinct()
                .flatMap(entry -> dossier.entry(entry).stream())
                .toList();
        ArrayNode evidence = one.putArray("evidence");
        cited.forEach(entry -> evidence.add(Material.of(entry.evidence())));
        ArrayNode concluded = one.putArray("concluded");
        closest(sentence.text(), cited).forEach(text -> concluded.add(Material.cut(text)));
        return one;
    }

    /** An entry that much rests on has more conclusions than fit: those with the sentence's words can be held against it. */
    private static List<String> closest(String sentence, List<Dossier.Entry> cited) {
        Set<String> words = words(sentence);
        return cited.stream()
                .flatMap(entry -> entry.concluded().stream())
                .distinct()
                .sorted(Comparator.comparingLong((String text) ->
                                words(text).stream().filter(words::contains).count())
                        .reversed())
                .limit(CONCLUSIONS)
                .toList();
    }

    private static Set<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /**
     * What the reader holds against which sentence; the first objection to a sentence counts.
     *
     * @throws NoDraft when the answer has another form, or names what was not asked about: then none of it counts
     */
    public Map<Draft.Sentence, Objection> objections(Reply reply) {
        Map<Draft.Sentence, Objection> objections = new LinkedHashMap<>();
        for (JsonNode one : AnswerJson.list(reply.text(), Errand.EXAMINATION.answer())) {
            JsonNode number = one.path("sentence");
            if (!number.isIntegralNumber() || !number.canConvertToInt()) {
                throw new NoDraft("an objection of the answer names no sentence");
            }
            if (number.intValue() < 1 || number.intValue() > sentences.size()) {
                throw new NoDraft("the answer objects to a sentence that there is not");
            }
            Objection objection = Objection.named(one.path("reason").asText())
                    .orElseThrow(() -> new NoDraft("an objection of the answer has no reason that there is"));
            objections.putIfAbsent(sentences.get(number.intValue() - 1), objection);
        }
        return objections;
    }
}
