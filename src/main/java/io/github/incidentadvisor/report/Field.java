package io.github.incidentadvisor.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.incidentadvisor.model.AdvisorException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A value of somebody's JSON with the path that leads to it, for messages. */
record Field(String path, JsonNode node) {
    private static final int LONGEST_LIST = 100_000;

    Field at(String name) {
        JsonNode child = node.get(name);
        if (child == null || child.isNull()) {
            throw new AdvisorException(path + "." + name + " is missing.");
        }
        return new Field(path + "." + name, child);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String optional(String name) {
        return has(name) ? at(name).text() : "";
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("a text");
        }
        return node.textValue();
    }

    int number() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw wrong("a whole number");
        }
        return node.intValue();
    }

    double decimal() {
        if (!node.isNumber()) {
            throw wrong("a number");
        }
        return node.doubleValue();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    LocalDate day() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw wrong("a day such as 2026-11-24");
        }
    }

    <E> E choice(E[] values, Function<E, String> word) {
        String text = text();
        List<String> words = new ArrayList<>();
        for (E value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
            words.add(word.apply(value));
        }
        throw wrong("one of " + String.join(", ", words));
    }

    <T> List<T> list(String name, Function<Field, T> read) {
        if (!has(name)) {
            return List.of();
        }
        Field list = at(name);
        if (!list.node.isArray() || list.node.size() > LONGEST_LIST) {
            throw list.wrong("a list of at most " + LONGEST_LIST);
        }
        List<T> read1 = new ArrayList<>();
        for (int i = 0; i < list.node.size(); i++) {
            read1.add(read.apply(new Field(list.path + "[" + i + "]", list.node.get(i))));
        }
        return read1;
    }

    <T> Map<String, T> map(Function<Field, T> read) {
        if (!node.isObject() || node.size() > LONGEST_LIST) {
            throw wrong("an object");
        }
        Map<String, T> values = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> values.put(name, read.apply(at(name))));
        return values;
    }

    /** Builds a value whose own constructor may refuse. */
    <T> T built(Supplier<T> build) {
        try {
            return build.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new AdvisorException(path + " is not as it should be: " + e.getMessage(), e);
        }
    }

    AdvisorException wrong(String wanted) {
        return new AdvisorException(path + " must be " + wanted + ".");
    }
}
